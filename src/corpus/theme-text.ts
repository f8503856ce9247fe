/** A term with the evidence for it. */
interface ProposedTerm {
  readonly text: string;
  readonly withSeed: number;
  readonly sentences: number;
  readonly logLikelihood: number;
}

export interface ThemeDraft {
  readonly id: string;
  /** Name in Chinese; the English one is made from the id. */
  readonly label: string;
  readonly seeds: readonly { readonly text: string; readonly sentences: number }[];
  readonly proposed: readonly ProposedTerm[];
}

/**
 * A theme file to begin with: the seeds at weight 1, what keeps company with them at 0.5, each with its figures in a comment.
 *
 * A proposed term is found only beside another until a person has weighed it.
 */
export function themeFileText({ id, label, seeds, proposed }: ThemeDraft): string {
  const english = id.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
  const lines = [
    `# ${label}：算什么、不算什么，用一句话写在这里。 What belongs and what does not: one sentence here.`,
    `id: ${id}`,
    `labels: { zh: ${JSON.stringify(label)}, en: ${JSON.stringify(english)} }`,
    '',
    'terms:',
    '  1:',
    ...seeds.map(({ text, sentences }) => `    - ${JSON.stringify(text)} # ${sentences} 句`),
  ];
  if (proposed.length > 0)
    lines.push(
      '  # 按关联提出，请逐条取舍、调整权重。 Proposed by association: keep, weigh or strike out one by one.',
      '  # n/m: m 句中有 n 句与种子词同现; G²: 对数似然比 log-likelihood.',
      '  0.5:',
      ...proposed.map(
        ({ text, withSeed, sentences, logLikelihood }) =>
          `    - ${JSON.stringify(text)} # ${withSeed}/${sentences}, G² ${logLikelihood.toFixed(1)}`,
      ),
    );
  return `${lines.join('\n')}\n`;
}
