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
  run: ({ document, text, at }) => {
    const sections = sectionsOf(document);
    const parents = parentsOf(sections);
    const filled = new Map<string, number>();
    const count = new Map<string, number>();
    for (const section of sections) {
      const kind = kindOf(section);
      count.set(kind, (count.get(kind) ?? 0) + 1);
      if (!isEmpty(section)) filled.set(kind, (filled.get(kind) ?? 0) + 1);
    }
    return sections.flatMap((section, i) => {
      const kind = kindOf(section);
      const usual = (filled.get(kind) ?? 0) * 2 >= (count.get(kind) ?? 0);
      if (!isEmpty(section) || !usual || section.marker === 'annex') return [];
      // Lists of annexes and of contents are headings by themselves.
      if (isListed(section) || isAmongEmpty(sections, i)) return [];
      if (!closes(sections[i + 1], section, parents)) return [];
      if (ANNEXES.test(text.slice(Math.max(0, section.span.start - NEAR), section.span.start)))
        return [];
      const { start, end } = section.headingSpan;
      return [at(start, end, { heading: (section.label + section.heading).slice(0, 30) })];
    });
  },
};

function isEmpty(section: Section): boolean {
  return section.children.length === 0 && section.heading !== '' && !section.runIn;
}

/** Longer ones are items of a list. */
const LONGEST = 24;

function parentsOf(sections: readonly Section[]): ReadonlyMap<Section, Section> {
  const pairs = sections.flatMap((section) =>
    section.children.flatMap((child) =>
      child.type === 'section' ? [[child, section] as const] : [],
    ),
  );
  return new Map(pairs);
}

/** What follows is a heading of its kind, or of one that it stands under: another kind is what the heading announces, however it was nested. */
function closes(
  next: Section | undefined,
  section: Section,
  parents: ReadonlyMap<Section, Section>,
): boolean {
  for (let own: Section | undefined = section; own !== undefined; own = parents.get(own))
    if (own.marker === next?.marker && isBracketed(own) === isBracketed(next)) return true;
  return false;
}

/** （3） is another kind than 3）. */
function isBracketed({ label }: Section): boolean {
  return /^[（(]/.test(label);
}

/** A list of annexes stands right above, this many characters at most. */
const NEAR = 200;
const ANNEXES = /(?:^|\n)[^\S\n]*附[件表录]\s*[：:]/;

/** An entry of a list or a row of figures: a named paper, a form, a line of contents with its page. */
function isListed({ heading, label }: Section): boolean {
  return (
    heading.length > LONGEST ||
    /^(?:前言|附件)$|[》〉）)；;，：:表单图录]$|\d[)）]?$|^《|\.doc|\.{3}|…|[%％]|约束性|预期性/.test(
      heading,
    ) ||
    /^(?:专栏|附|—)|\.0\d/.test(label)
  );
}

/** A neighbour of its kind holds nothing either. */
function isAmongEmpty(sections: readonly Section[], at: number): boolean {
  const section = sections[at];
  if (section === undefined) return false;
  const kind = kindOf(section);
  const nextOf = (step: 1 | -1): Section | undefined => {
    for (let i = at + step; i >= 0 && i < sections.length; i += step) {
      const other = sections[i];
      if (other !== undefined && kindOf(other) === kind) return other;
    }
    return undefined;
  };
  return [nextOf(-1), nextOf(1)].some((other) => other !== undefined && isEmpty(other));
}

function kindOf(section: Section): string {
  return `${section.marker} ${section.depth}`;
}
