import type { MarkerKind, Section } from '../../model/index.js';
import { itemAt, valueAt } from '../../text/index.js';
import { sectionsOf } from '../blocks.js';
import type { DocumentRule } from '../types.js';

/** Points inside any level: they say nothing about nesting. */
const POINTS: ReadonlySet<MarkerKind> = new Set([
  'dash',
  'enumerated',
  'ordinal',
  'circled',
  'annex',
  'box',
  'outline',
  'article',
]);
/** A habit needs this many sections, and this share of them, to be called one. */
const LEAST_SECTIONS = 4;
const LEAST_SHARE = 0.75;

/** A section stands one level too high: 一、 goes straight to 1. where others have （一） in between. */
export const headingLevelJump: DocumentRule = {
  id: 'heading-level-jump',
  scope: 'document',
  group: 'structure',
  severity: 'warning',
  title: { en: 'Heading level left out', zh: '标题层级跳级' },
  help: {
    en: 'Levels are judged by the habit of the document itself: where nearly all 1. stand under （一）, one right under 一、 has lost its heading; a part numbered by itself throughout has not.',
    zh: '以本文件自身的层级习惯为准：若绝大多数“1.”都在“（一）”之下，直接位于“一、”之下的“1.”就缺了一级标题；整节自成一套序号的不计。',
  },
  message: {
    en: '"{label}" stands right under "{parent}"; elsewhere a level such as "{usual}" lies between.',
    zh: '“{label}”直接位于“{parent}”之下，别处中间还有“{usual}”一级。',
  },
  bad: '一、甲项工作\n（一）产业发展\n1.做强农业。发展设施农业。\n2.做优工业。改造传统工业。\n（二）项目建设\n1.抓好储备。滚动谋划项目。\n2.抓好开工。加快前期工作。\n二、乙项工作\n1.完善制度。健全有关制度。',
  good: '一、甲项工作\n（一）产业发展\n1.做强农业。发展设施农业。\n2.做优工业。改造传统工业。\n（二）项目建设\n1.抓好储备。滚动谋划项目。\n2.抓好开工。加快前期工作。\n二、乙项工作\n（一）制度建设\n1.完善制度。健全有关制度。',
  run: ({ document, at }) => {
    const sections = sectionsOf(document).filter((section) => !POINTS.has(section.marker));
    const parents = new Map<Section, Section>();
    for (const section of sections)
      for (const child of section.children)
        if (child.type === 'section') parents.set(child, section);
    const usual = usualParents(sections, parents);
    return sections.flatMap((section) => {
      const parent = parents.get(section);
      const habit = usual.get(section.marker);
      // An item of a list, not a heading.
      if (/[；;]$/.test(section.heading)) return [];
      if (parent === undefined || habit === undefined || parent.marker === habit.marker) return [];
      // Only a level left out: the habit's own parent is what the section stands under.
      if (parents.get(habit)?.marker !== parent.marker) return [];
      if (isOwnList(parent, section)) return [];
      const { start } = section.headingSpan;
      return [
        at(start, start + section.label.length, {
          label: section.label,
          parent: parent.label,
          usual: habit.label,
        }),
      ];
    });
  },
};

/** Two or more of a kind and of nothing else: the author numbered this part by itself, and no heading was lost. */
function isOwnList({ children }: Section, { marker }: Section): boolean {
  const own = children.flatMap((child) =>
    child.type === 'section' && !POINTS.has(child.marker) ? [child] : [],
  );
  return own.length >= 2 && own.every((child) => child.marker === marker);
}

/** For each kind of marker a section that most of its kind stand under. */
function usualParents(
  sections: readonly Section[],
  parents: ReadonlyMap<Section, Section>,
): Map<MarkerKind, Section> {
  const usual = new Map<MarkerKind, Section>();
  for (const kind of new Set(sections.map((section) => section.marker))) {
    const own = sections.filter((section) => section.marker === kind && parents.has(section));
    for (const marker of new Set(own.map((section) => valueAt(parents, section).marker))) {
      const group = own.filter((section) => valueAt(parents, section).marker === marker);
      if (own.length >= LEAST_SECTIONS && group.length >= own.length * LEAST_SHARE)
        usual.set(kind, valueAt(parents, itemAt(group, 0)));
    }
  }
  return usual;
}
