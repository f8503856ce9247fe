import type { Section } from '../../model/index.js';
import { sectionsOf } from '../blocks.js';
import type { DocumentRule } from '../types.js';

/** A heading with nothing under it where its neighbours have text. */
export const emptySection: DocumentRule = {
  id: 'empty-section',
  scope: 'document',
  group: 'structure',
  severity: 'error',
  title: { en: 'Heading without text', zh: '标题下无正文' },
  help: {
    en: 'A numbered heading on a line of its own is followed by text or by sections below it, as its neighbours are. Lists of bare items are left alone.',
    zh: '独立成行的编号标题之下应有正文或下级标题；只有条目的清单不计。',
  },
  message: { en: 'There is no text under "{heading}".', zh: '“{heading}”之下没有正文。' },
  bad: '一、总体要求\n坚持稳中求进工作总基调。\n二、重点任务\n三、组织保障\n压实各方责任。',
  good: '一、总体要求\n坚持稳中求进工作总基调。\n二、重点任务\n加快建设现代产业体系。\n三、组织保障\n压实各方责任。',
  run: ({ document, at }) => {
    const sections = sectionsOf(document);
    const filled = new Map<string, number>();
    const count = new Map<string, number>();
    for (const section of sections) {
      const kind = kindOf(section);
      count.set(kind, (count.get(kind) ?? 0) + 1);
      if (!isEmpty(section)) filled.set(kind, (filled.get(kind) ?? 0) + 1);
    }
    return sections.flatMap((section) => {
      const kind = kindOf(section);
      const usual = (filled.get(kind) ?? 0) * 2 >= (count.get(kind) ?? 0);
      if (!isEmpty(section) || !usual || section.marker === 'annex') return [];
      const { start, end } = section.headingSpan;
      return [at(start, end, { heading: (section.label + section.heading).slice(0, 30) })];
    });
  },
};

function isEmpty(section: Section): boolean {
  return section.children.length === 0 && section.heading !== '' && !section.runIn;
}

function kindOf(section: Section): string {
  return `${section.marker} ${section.depth}`;
}
