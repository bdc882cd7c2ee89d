import type { Problem } from '../problem/problem.ts';
import { checkCharacters } from '../report/parse-paragraphs.ts';
import type { Role } from './post.ts';

const longest = 40;

/**
 * What is wrong with a 職名 as it was typed; an empty one is none. It is printed where the post has approved, so it is for a 所属長 alone
 * and never holds a name. Source: issue of headquarters, 3: which post approved, never a person's name.
 *
 * @param personName of who holds the post; empty where it is not known
 */
export function checkPostTitle(title: string, role: Role | undefined, personName: string): Problem[] {
  if (title === '') return [];
  const problems: Problem[] = [];
  const add = (code: string, message: string, fix: string) => { problems.push({ code, message, fix, path: ['title'] }); };
  const characters: Problem[] = [];
  checkCharacters(title, ['title'], characters);
  if (role !== undefined && role !== 'section-head') add('title-unwanted', '職名は、所属長の役割にだけ書けます。', '職名を空にしてください。');
  if (characters.length > 0 || title.includes('\n') || [...title].length > longest) add('title-invalid', `職名は、改行や印刷できない文字を使わずに${longest}字以内で書いてください。`, '例：参事兼職員課長');
  if (namesIn(personName).some((name) => title.replaceAll(/\s/g, '').includes(name))) add('title-names-person', '職名に、氏名が含まれています。公開ページに氏名は載せません。', '職名だけを書いてください（例：参事兼職員課長）。');
  return problems;
}

/** The whole name without its space, and its parts; not those that stand in many titles: of one character, or 課長 in a fictional name. */
function namesIn(personName: string): string[] {
  const parts = personName.split(/\s+/).filter((part) => part !== '');
  return [parts.join(''), ...parts].filter((name) => [...name].length >= 2 && !/[長事任幹監]$/.test(name));
}
