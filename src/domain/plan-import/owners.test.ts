import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOwners } from './owners.ts';

const said = (text: string) => readOwners(text).owners.map(({ kind, name, members }) => `${kind === 'collective' ? `<${name}>` : name}${members.length > 0 ? `(${members.join(' ')})` : ''}`);

test.each([
  ['政策室', ['政策室']],
  ['政策室／総務課／職員課', ['政策室', '総務課', '職員課']],
  ['政策室、総務課，職員課,市民課', ['政策室', '総務課', '職員課', '市民課']],
  ['政策室\n総務課', ['政策室', '総務課']],
  ['政策室・総務課', ['政策室', '総務課']],
  ['政策室 総務課', ['政策室', '総務課']],
  ['くらし・協働課', ['くらし・協働課']],
  ['子ども・若者支援課、くらし・協働課', ['子ども・若者支援課', 'くらし・協働課']],
  ['関係各課（政策室）', ['<関係各課>(政策室)']],
  ['関係各課（政策室・財政課、くらし・協働課）', ['<関係各課>(政策室 財政課 くらし・協働課)']],
  ['職員課／関係各課（政策室／総務課）', ['職員課', '<関係各課>(政策室 総務課)']],
  ['各施設所管課', ['<各施設所管課>']],
  ['全庁', ['<全庁>']],
  ['各課', ['<各課>']],
  ['◎政策室、○総務課', ['政策室', '総務課']],
  ['総　務　課', ['総務課']],
  ['政策室ほか', ['政策室']],
  ['高齢障がい課（介護保険係）', ['高齢障がい課（介護保険係）']],
  ['政策室、政策室', ['政策室']],
])('%s', (text, owners) => { expect(said(text)).toEqual(owners); });

test('says every step that is not a plain split', () => {
  expect(readOwners('くらし・協働課').steps).toEqual(['「くらし・協働課」は一つの部署の名前と読んだ（「・」で分けていない）']);
  expect(readOwners('◎政策室、総　務　課').steps).toEqual(['「◎政策室」の印を除いて「政策室」とした', '「総　務　課」の空白を除いて「総務課」とした']);
  expect(readOwners('政策室／総務課').steps).toEqual([]);
});

test('gives back the departments that were joined, whatever joins them', () => {
  const department = fc.stringMatching(/^[一-鿋]{2,4}$/).map((name) => `${name}課`).filter((name) => !/[各全関所該庁]/.test(name));
  fc.assert(fc.property(fc.uniqueArray(department, { minLength: 1, maxLength: 6 }), fc.constantFrom('／', '、', '・', ',', '\n', '，', '/'), (names, separator) => {
    expect(said(names.join(separator))).toEqual(names);
  }));
});
