import { textRule } from '../rule.ts';
import { charactersNotIn, everyKind } from './characters.ts';

export const notInCp932 = textRule({
  name: 'not-in-cp932', title: 'CP932で表せない文字', family: 'print', level: 'note',
  catches: 'CP932（WindowsのシフトJIS）で表せない文字（「𠮷」「塡」「〜（波ダッシュ）」など）。',
  why: 'CP932でCSVを書き出したときや、古い業務システムに渡したときに、その文字が失われるためです。氏名などで必要な文字は、そのままで構いません。',
  example: { wrong: '損失を補塡した。', right: '損失を補填した。' },
}, ({ text }, { tools: { exchangeable } }) => (exchangeable ? charactersNotIn(text, exchangeable, (name) => `${name}は、CP932で表せない文字です。`) : []), everyKind);
