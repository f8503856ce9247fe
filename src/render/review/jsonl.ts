import type { ReviewSheet } from '../../model/index.js';

/** What may stand in `answer`, as JSON Schema: for programs that fill the file. */
const ANSWER = {
  oneOf: [
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        decision: {
          enum: ['confirm', 'change', 'none', 'note'],
          description:
            'confirm: what is linked is right and no candidate is; change: see "to"; none: nothing downstream answers it',
        },
        to: {
          type: 'array',
          items: { type: ['string', 'integer'] },
          description:
            'with change: numbers of candidates from 1, addresses, or "now" for what is linked',
        },
        lacking: {
          type: 'array',
          items: { type: 'integer' },
          description:
            'numbers of "clauses" that the counterparts do not carry; absent: nothing is said of clauses',
        },
        alike: { type: 'boolean', description: 'false: not for the sentences under "alike"' },
        relation: { enum: ['verbatim', 'adapted', 'paraphrased'] },
        note: { type: 'string' },
        by: { type: 'string' },
      },
    },
  ],
};

/** Texts, candidates and the schema of answers on the first line; then a question a line, its `answer` null. */
export function reviewLines({ upstream, downstream, rows }: ReviewSheet): string {
  const head = {
    schema: 'duibiao.review/1',
    upstream,
    downstream,
    task: 'Which downstream sentences answer the upstream sentence? Fill "answer" by the schema; leave null where unsure.',
    answer: ANSWER,
  };
  const lines = rows.map(({ id, why, upstream: unit, linked, candidates, clauses, alike }) => ({
    id,
    why,
    upstream: unit.address,
    text: unit.text,
    linked: linked.map(({ address, text, score, relation }) => ({
      address,
      text,
      score,
      relation,
    })),
    candidates: candidates.map(({ address, text, score }, i) => ({
      number: i + 1,
      address,
      text,
      score,
    })),
    ...(clauses.length > 0 && {
      clauses: clauses.map((clause, i) => ({ number: i + 1, ...clause })),
    }),
    ...(alike.length > 0 && { alike }),
    answer: null,
  }));
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}
