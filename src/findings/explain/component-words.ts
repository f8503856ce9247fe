/** What each component of a score asks, for people: English, Chinese. Names are those of the engine (`src/align`). */
const COMPONENT_WORDS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  // Two units by themselves.
  'held-downstream': ['downstream wording held upstream', '下级文字见于上级的份额'],
  'held-upstream': ['upstream wording held downstream', '上级文字见于下级的份额'],
  'clause-information': ['most told by two clauses together', '最相近两分句共有的信息'],
  wording: ['shared wording', '共有文字'],
  meaning: ['related words', '词义相近'],
  rarest: ['rarest shared wording', '共有文字中最少见者'],
  anchor: ['shared wording found nowhere else', '两处独有的共有文字'],
  'unmet-downstream': ['downstream wording found nowhere above', '下级文字上级全文未见的份额'],
  'unmet-upstream': ['upstream wording found nowhere below', '上级文字下级全文未见的份额'],
  concept: ['rarest measure both name, in whatever words', '共同提到的最少见举措（不论说法）'],
  concepts: ['share of the measures named by both', '共同提到的举措份额'],
  'length-ratio': ['lengths alike', '长短相近'],
  'shorter-length': ['length of the shorter', '较短者的长度'],
  'both-headings': ['both are headings', '两者都是标题'],
  'one-heading': ['only one is a heading', '仅一者是标题'],
  heading: ['shared wording of the headings', '标题共有文字'],
  'heading-meaning': ['related words of the headings', '标题词义相近'],
  'one-bare': ['only one has text under it', '仅一者有正文'],
  'same-depth': ['same level of section', '章节层级相同'],
  // Their place.
  section: ['their sections are counterparts', '所在章节相对应'],
  'section-rival': ['a section has a better counterpart', '所在章节另有更好对应'],
  place: ['far apart inside their sections', '在章节内位置相远'],
  chapters: ['their chapters are counterparts', '所在篇章相对应'],
  // Against rivals: a row is one downstream unit with all partners, a column one upstream unit.
  'row-margin': ['ahead of rivals upstream', '领先上级其他候选'],
  'column-margin': ['ahead of rivals downstream', '领先下级其他候选'],
  'row-best': ['best partner upstream', '上级最佳候选'],
  'column-best': ['best partner downstream', '下级最佳候选'],
  'claim-downstream': ['a downstream clause met best here', '有下级分句在此承接最好'],
  'claim-upstream': ['an upstream clause met best here', '有上级分句在此承接最好'],
  'claims-downstream': ['share of downstream clauses met best here', '在此承接最好的下级分句份额'],
  'claims-upstream': ['share of upstream clauses met best here', '在此承接最好的上级分句份额'],
  'left-downstream': ['a downstream clause left to this partner', '有下级分句别无承接'],
  'left-upstream': ['an upstream clause left to this partner', '有上级分句别无承接'],
  'row-rival': ['likeliest rival upstream', '上级最可能的其他对应'],
  'column-rival': ['likeliest rival downstream', '下级最可能的其他对应'],
  'row-rest': ['other links expected of the downstream one', '下级一方预期的其他对应数'],
  'column-rest': ['other links expected of the upstream one', '上级一方预期的其他对应数'],
  // Around them.
  before: ['the sentences before are linked', '前句相对应'],
  after: ['the sentences after are linked', '后句相对应'],
  'beside-downstream': ['a neighbour downstream has this partner', '下级邻句对应同一句'],
  'beside-upstream': ['a neighbour upstream has this partner', '上级邻句对应同一句'],
  'section-mass': ['links between their sections', '所在章节之间的对应'],
  'heading-mass': ['links under the two headings', '两标题之下的对应'],
  // Sections once their sentences are judged.
  'best-share': ['near the best partner of one', '接近一方的最佳候选'],
  'other-share': ['near the best partner of the other', '接近另一方的最佳候选'],
  'best-of-one': ['best partner of one', '为一方的最佳候选'],
  'above-strangers': ['above what strangers score here', '高出无关章节的倍数'],
  'linked-downstream': ['downstream sentences linked into it', '下级句子对应到该章节的份额'],
  'linked-upstream': ['upstream sentences linked into it', '上级句子对应到该章节的份额'],
  'linked-both': ['linked both ways', '双向对应的份额'],
  'linked-row-margin': ['more links than rivals upstream', '对应多于上级其他候选'],
  'linked-column-margin': ['more links than rivals downstream', '对应多于下级其他候选'],
  'headings-linked': ['their headings are linked', '标题相对应'],
};

/** A component in words; its name where it has none. */
export function componentWords(name: string, language: 'en' | 'zh'): string {
  return COMPONENT_WORDS[name]?.[language === 'en' ? 0 : 1] ?? name;
}
