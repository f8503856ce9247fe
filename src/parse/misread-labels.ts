/** How many code units of each kind were replaced, as in `mend.ts`. */
type CleanupCounts = Record<string, number>;

/** A number that opens a line, and the mark behind it. */
const NUMBERED = /(?<=^[ \t\u3000]{0,80})(\d{1,2})([.．、。，,])(?=[\u4e00-\u9fff“《])/gm;
const LABEL_MARKS = '.．、';
/** `--目标导向` opens a line. */
const DASHED = /(?<=^[ \t\u3000]{0,80})(?:-{2}|—{1,2})(?=[\u4e00-\u9fff“《])/gm;
const HALF_DASH = /(?<=^[ \t\u3000]{0,80})-(?=[\u4e00-\u9fff“《])/gm;
/** Fewest whole dashes beside which half a one is one of them. */
const FEWEST_DASHES = 2;

/**
 * Labels of sections with their mark misread, as recognisers leave them: `2。` below an item `1.`, `-` among items with
 * `--`. Out: as long as the text.
 */
export function withLabelMarks(text: string, counts: CleanupCounts): string {
  return withDashes(withNumberMarks(text, counts), counts);
}

/** Only the next number of a list, where the line before has ended: a figure may stand there too. */
function withNumberMarks(text: string, counts: CleanupCounts): string {
  const marks = new Map<number, string>();
  return text.replace(NUMBERED, (label: string, digits: string, mark: string, at: number) => {
    const number = Number(digits);
    const before = marks.get(number - 1);
    if (LABEL_MARKS.includes(mark)) marks.set(number, mark);
    else if (before !== undefined && isAfterEnd(text, at)) {
      marks.set(number, before);
      add(counts);
      return digits + before;
    }
    return label;
  });
}

function isAfterEnd(text: string, at: number): boolean {
  const line = text.lastIndexOf('\n', at);
  return line < 0 || /[。；：！？）)”\n]\s{0,80}$/.test(text.slice(Math.max(0, line - 80), line));
}

/** The line before is a numbered heading by itself. */
function isAfterHeading(text: string, at: number): boolean {
  const end = text.lastIndexOf('\n', at);
  const before = text.slice(text.lastIndexOf('\n', end - 1) + 1, Math.max(end, 0)).trim();
  return before.length <= 30 && /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/.test(before);
}

function withDashes(text: string, counts: CleanupCounts): string {
  if ((text.match(DASHED)?.length ?? 0) < FEWEST_DASHES) return text;
  return text.replace(HALF_DASH, (dash: string, at: number) => {
    if (!isAfterEnd(text, at) && !isAfterHeading(text, at)) return dash;
    add(counts);
    return '—';
  });
}

function add(counts: CleanupCounts): void {
  counts['misread-mark'] = (counts['misread-mark'] ?? 0) + 1;
}
