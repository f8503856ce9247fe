export const SENTENCE_RELATIONS = ['verbatim', 'adapted', 'paraphrased'] as const;
export type SentenceRelation = (typeof SENTENCE_RELATIONS)[number];
export type SectionRelation = 'counterpart' | 'related';
