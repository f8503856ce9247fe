import type { Section } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { sectionsOf } from '../blocks.js';
import type { BodyLine, DocumentRule } from '../types.js';

/** A heading an extractor left at the end of the text before it. */
const TAIL =
  /[。！？][”’）]?\s*((?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^，。；：、]{2,30})$/;
/** Fewest neighbours on lines of their own that make it a habit. */
const LEAST_ALONE = 2;

/** Heading and body share a line where the document's other headings stand alone. */
export const headingBodyGlued: DocumentRule = {
  id: 'heading-body-glued',
  scope: 'document',
  group: 'structure',
  severity: 'error',
  title: { en: 'Heading and text on one line', zh: '标题与正文粘连' },
  help: {
    en: 'Where headings of a kind stand on lines of their own, one that runs into its text, or hangs at the end of the text before it, lost a line break. Run-in headings used throughout are fine.',
    zh: '同类标题都独立成行时，某个标题与正文连在一行，或挂在上段末尾，说明丢了换行。全文统一的段首标题不计。',
  },
  message: {
    en: '"{heading}" shares its line with text.',
    zh: '标题“{heading}”与正文在同一行。',
  },
  bad: '一、总体要求\n坚持稳中求进工作总基调。\n二、重点任务\n加快建设现代产业体系。三、组织保障\n压实各方责任。',
  good: '一、总体要求\n坚持稳中求进工作总基调。\n二、重点任务\n加快建设现代产业体系。\n三、组织保障\n压实各方责任。',
  run: ({ document, lines, at }) => {
    const sections = sectionsOf(document);
    const tails = lines.flatMap((line) => {
      const match = line.text.length < 2000 ? TAIL.exec(line.text.trimEnd()) : null;
      if (match === null) return [];
      const heading = itemAt(match, 1);
      const start = line.start + match.index + match[0].length - heading.length;
      return [at(start, start + heading.length, { heading: heading.slice(0, 30) })];
    });
    const glued = sections
      .filter((section) => isGlued(section, sections) && !isAlone(section, lines))
      .map((section) => {
        const { start, end } = section.headingSpan;
        const heading = (section.label + section.heading).slice(0, 30);
        return at(start, Math.min(end, start + 30), { heading });
      });
    return [...tails, ...glued];
  },
};

/** A shorter line is a heading as a whole: 五、附录：技术路线图. */
const SHORT = 24;

/** Nothing but a mark follows the heading on its line, or nothing that is a sentence. */
function isAlone({ headingSpan }: Section, lines: readonly BodyLine[]): boolean {
  const line = lines.find(
    ({ start, end }) => start <= headingSpan.start && headingSpan.start < end,
  );
  if (line === undefined) return false;
  if (line.text.length <= SHORT && !/[，。；]/.test(line.text)) return true;
  return !/[\p{L}\p{N}]/u.test(line.text.slice(headingSpan.end - line.start));
}

function isGlued(section: Section, all: readonly Section[]): boolean {
  if (section.marker !== 'han' && section.marker !== 'chapter') return false;
  const others = all.filter(
    (other) =>
      other !== section && other.marker === section.marker && other.depth === section.depth,
  );
  const alone = others.filter((other) => !other.runIn && other.heading !== '').length;
  const runs = section.runIn || section.heading === '';
  return runs && alone >= LEAST_ALONE && alone === others.length;
}
