import { catalogue, type Entry, type MessageLanguage } from '../catalogue.js';

/** What each component of a score asks, for people. Names are those of the engine (`src/align`). */
const COMPONENT_WORDS: Readonly<Record<string, Entry>> = catalogue({
  // Two units by themselves.
  'held-downstream': { en: 'downstream wording held upstream', zh: '下级文字见于上级的份额' },
  'held-upstream': { en: 'upstream wording held downstream', zh: '上级文字见于下级的份额' },
  'clause-information': { en: 'most told by two clauses together', zh: '最相近两分句共有的信息' },
  wording: { en: 'shared wording', zh: '共有文字' },
  meaning: { en: 'related words', zh: '词义相近' },
  rarest: { en: 'rarest shared wording', zh: '共有文字中最少见者' },
  anchor: { en: 'shared wording found nowhere else', zh: '两处独有的共有文字' },
  'unmet-downstream': {
    en: 'downstream wording found nowhere above',
    zh: '下级文字上级全文未见的份额',
  },
  'unmet-upstream': {
    en: 'upstream wording found nowhere below',
    zh: '上级文字下级全文未见的份额',
  },
  concept: {
    en: 'rarest measure both name, in whatever words',
    zh: '共同提到的最少见举措（不论说法）',
  },
  concepts: { en: 'share of the measures named by both', zh: '共同提到的举措份额' },
  'length-ratio': { en: 'lengths alike', zh: '长短相近' },
  'shorter-length': { en: 'length of the shorter', zh: '较短者的长度' },
  'both-headings': { en: 'both are headings', zh: '两者都是标题' },
  'one-heading': { en: 'only one is a heading', zh: '仅一者是标题' },
  'with-list': {
    en: 'shared wording, read with the opening of their lists',
    zh: '连同所属列举的引语共有文字',
  },
  'one-listed': { en: 'only one is a member of a list', zh: '仅一者是列举之项' },
  'one-penal': { en: 'only one sets a penalty', zh: '仅一者规定罚则' },
  'both-penal': { en: 'both set a penalty', zh: '两者都规定罚则' },
  'one-ban': { en: 'only one forbids', zh: '仅一者是禁止性规定' },
  heading: { en: 'shared wording of the headings', zh: '标题共有文字' },
  'heading-meaning': { en: 'related words of the headings', zh: '标题词义相近' },
  'one-bare': { en: 'only one has text under it', zh: '仅一者有正文' },
  'same-depth': { en: 'same level of section', zh: '章节层级相同' },
  // Their place.
  section: { en: 'their sections are counterparts', zh: '所在章节相对应' },
  'section-rival': { en: 'a section has a better counterpart', zh: '所在章节另有更好对应' },
  place: { en: 'far apart inside their sections', zh: '在章节内位置相远' },
  chapter: { en: 'the chapters of both are counterparts', zh: '两句所在篇章相对应' },
  chapters: { en: 'their chapters are counterparts', zh: '所在篇章相对应' },
  // Against rivals: a row is one downstream unit with all partners, a column one upstream unit.
  'row-margin': { en: 'ahead of rivals upstream', zh: '领先上级其他候选' },
  'column-margin': { en: 'ahead of rivals downstream', zh: '领先下级其他候选' },
  'row-best': { en: 'best partner upstream', zh: '上级最佳候选' },
  'column-best': { en: 'best partner downstream', zh: '下级最佳候选' },
  'claim-downstream': { en: 'a downstream clause met best here', zh: '有下级分句在此承接最好' },
  'claim-upstream': { en: 'an upstream clause met best here', zh: '有上级分句在此承接最好' },
  'claims-downstream': {
    en: 'share of downstream clauses met best here',
    zh: '在此承接最好的下级分句份额',
  },
  'claims-upstream': {
    en: 'share of upstream clauses met best here',
    zh: '在此承接最好的上级分句份额',
  },
  'left-downstream': { en: 'a downstream clause left to this partner', zh: '有下级分句别无承接' },
  'left-upstream': { en: 'an upstream clause left to this partner', zh: '有上级分句别无承接' },
  'row-rival': { en: 'likeliest rival upstream', zh: '上级最可能的其他对应' },
  'column-rival': { en: 'likeliest rival downstream', zh: '下级最可能的其他对应' },
  'row-rest': { en: 'other links expected of the downstream one', zh: '下级一方预期的其他对应数' },
  'column-rest': { en: 'other links expected of the upstream one', zh: '上级一方预期的其他对应数' },
  // Around them.
  before: { en: 'the sentences before are linked', zh: '前句相对应' },
  after: { en: 'the sentences after are linked', zh: '后句相对应' },
  'beside-downstream': { en: 'a neighbour downstream has this partner', zh: '下级邻句对应同一句' },
  'beside-upstream': { en: 'a neighbour upstream has this partner', zh: '上级邻句对应同一句' },
  'section-mass': { en: 'links between their sections', zh: '所在章节之间的对应' },
  lists: { en: 'the openings of their lists are linked', zh: '所属列举的引语相对应' },
  list: {
    en: 'the opening of one’s list is linked to the other',
    zh: '一方列举的引语与另一方相对应',
  },
  'heading-mass': { en: 'links under the two headings', zh: '两标题之下的对应' },
  decisions: { en: 'what decisions on other pairs say', zh: '其他人工判断的影响' },
  // What was learned beside the engine.
  'own-fit': {
    en: 'what your decisions taught (engine-own.json)',
    zh: '您的决定所教（engine-own.json）',
  },
  'own-model': {
    en: 'your own model, as your decisions weigh it',
    zh: '您自己的模型，按您的决定定其分量',
  },
  // Sections once their sentences are judged.
  'best-share': { en: 'near the best partner of one', zh: '接近一方的最佳候选' },
  'other-share': { en: 'near the best partner of the other', zh: '接近另一方的最佳候选' },
  'best-of-one': { en: 'best partner of one', zh: '为一方的最佳候选' },
  'above-strangers': { en: 'above what strangers score here', zh: '高出无关章节的倍数' },
  'linked-downstream': {
    en: 'downstream sentences linked into it',
    zh: '下级句子对应到该章节的份额',
  },
  'linked-upstream': { en: 'upstream sentences linked into it', zh: '上级句子对应到该章节的份额' },
  'linked-both': { en: 'linked both ways', zh: '双向对应的份额' },
  'linked-row-margin': { en: 'more links than rivals upstream', zh: '对应多于上级其他候选' },
  'linked-column-margin': { en: 'more links than rivals downstream', zh: '对应多于下级其他候选' },
  'headings-linked': { en: 'their headings are linked', zh: '标题相对应' },
});

/** A component in words; its name where it has none. */
export function componentWords(name: string, language: MessageLanguage): string {
  return COMPONENT_WORDS[name]?.[language] ?? name;
}
