import Type, { type Static } from 'typebox';

/** An answer for what cannot be answered, as RFC 9457 has it; titles and details are Japanese sentences. */
export const problemSchema = Type.Object({
  type: Type.String({ description: '問題の種類を表すURN' }),
  title: Type.String({ description: '問題の種類' }),
  status: Type.Integer({ description: 'HTTPの状態コード' }),
  detail: Type.String({ description: '何が問題で、どうすればよいか' }),
  instance: Type.String({ description: '求められた番地' }),
  errors: Type.Optional(Type.Array(Type.Object({
    parameter: Type.String({ description: 'パラメーターの名前' }), message: Type.String({ description: '何が問題で、どうすればよいか' }),
  }, { additionalProperties: false }), { description: '正しくない全てのパラメーター' })),
}, { additionalProperties: false });

export type Problem = Static<typeof problemSchema>;

const kinds = {
  'invalid-parameter': { status: 400, title: 'パラメーターが正しくありません' },
  'not-found': { status: 404, title: '見つかりません' },
  'method-not-allowed': { status: 405, title: 'この方法では使えません' },
  fault: { status: 500, title: 'システムに問題が起きました' },
} as const;

export type ProblemKind = keyof typeof kinds;

/** Thrown by an endpoint for what does not exist; the message is the detail. */
export class NotFound extends Error {}

export function problem(kind: ProblemKind, detail: string, instance: string, errors?: Problem['errors']): Problem {
  return { type: `urn:ayumi:problem:${kind}`, ...kinds[kind], detail, instance, ...(errors && { errors }) };
}
