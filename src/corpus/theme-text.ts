/** A term with the evidence for it. */
interface ProposedTerm {
  readonly text: string;
  readonly withSeed: number;
  /** In a section with a seed. */
  readonly near: number;
  readonly sentences: number;
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
  if (proposed.length === 0)
    lines.push(
      '  # 这些文件中没有足够专指的词可提出，请自行补充。 Nothing here keeps to these words closely enough to be proposed.',
    );
  else
    lines.push(
      '  # 按关联提出，请逐条取舍、调整权重。 Proposed by association: keep, weigh or strike out one by one.',
      '  # a/b/m: m 句中有 a 句与种子词同句、b 句同节。 Of m sentences a hold a seed too, b stand in a section with one.',
      '  0.5:',
      ...proposed.map(
        ({ text, withSeed, near, sentences }) =>
          `    - ${JSON.stringify(text)} # ${withSeed}/${near}/${sentences}`,
      ),
    );
  return `${lines.join('\n')}\n`;
}
