import { bodyNames, opinionBodies } from '../../domain/opinion/opinion.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { Subject } from '../../domain/round/round.ts';
import { type FieldProblem, Radios, TextArea, TextField } from '../../ui/form.tsx';

/** Where the pages of outside opinions stand. */
export const section = '/workspace/opinions';

/** What somebody typed into a form that was refused, by field. */
export type Typed = Readonly<Record<string, string>>;

/** What a command found wrong, at the fields of its form, with what to do about it. */
export function toFields(problems: readonly Problem[]): FieldProblem[] {
  return problems.map(({ path, message, fix }) => ({ field: String(path[0] ?? ''), message: message + fix }));
}

/** What an opinion is about, in words: 05 ICT人財の育成, 指標1 …, 計画全体. */
export function subjectInWords(plan: Plan, subject: Subject | null): string {
  if (subject === null) return '計画全体';
  if (subject.kind === 'node') {
    const node = plan.nodes.find(({ id }) => id === subject.id);
    return node ? `${node.number} ${node.title}` : subject.id;
  }
  const indicator = plan.indicators.find(({ id }) => id === subject.id);
  return indicator ? `指標${indicator.number} ${indicator.title}` : subject.id;
}

/** Everything that an opinion can be about, for a field to choose from. */
export function subjectChoices({ levels, nodes, indicators }: Plan): { value: string; label: string }[] {
  return [
    { value: '', label: '計画全体' },
    ...nodes.filter(({ level }) => level === levels.at(-1)?.id).map(({ id, number, title }) => ({ value: `node ${id}`, label: `${number} ${title}` })),
    ...indicators.map(({ id, number, title }) => ({ value: `indicator ${id}`, label: `指標${number} ${title}` })),
  ];
}

/** The fields of an opinion's words. */
export function WordsFields({ typed, fields }: { typed: Typed; fields: readonly FieldProblem[] }) {
  return (
    <>
      <Radios name="body" label="意見を述べた機関" value={typed['body'] ?? ''} required problems={fields} choices={opinionBodies.map((body) => ({ value: body, label: bodyNames[body] }))} />
      <TextField name="bodyName" label="機関の名称" value={typed['bodyName'] ?? ''} required={false} size={40} problems={fields} hint="例：行財政改革推進委員会。個人の氏名は書かないでください。" />
      <TextField name="statedOn" label="意見が述べられた日" type="date" value={typed['statedOn'] ?? ''} required problems={fields} />
      <TextArea name="text" label="意見の内容" value={typed['text'] ?? ''} rows={5} required problems={fields} />
    </>
  );
}
