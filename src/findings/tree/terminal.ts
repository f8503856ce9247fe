import {
  borderWord,
  cleanupWord,
  QUALITY_WORDS,
  remarkText,
  TREE_WORDS,
  termIn,
} from '../../messages/index.js';
import type {
  Block,
  Diagnostic,
  LineBreak,
  ParsedFile,
  PolicyDocument,
  Span,
} from '../../model/index.js';
import { spanPrinter } from '../../render/index.js';
import {
  type AmbiguousWidth,
  displayWidth,
  harmless,
  inkOf,
  padEnd,
  placesOf,
  wrapText,
} from '../../text/index.js';
import { doubtsText } from '../shared/doubts.js';
import { linesByRule } from './line-breaks.js';

/** Words the tree is drawn with. */
type Words = (typeof TREE_WORDS)['en'];

interface TreeView {
  readonly width: number;
  readonly ambiguousWidth: AmbiguousWidth;
  readonly color: boolean;
  readonly ascii: boolean;
  readonly language: 'zh' | 'en';
  readonly depth?: number;
  readonly diagnostics: boolean;
}

interface Row {
  readonly left: string;
  readonly right: string;
  readonly bold: boolean;
}

/** The section trees of a file as text: numbers, headings, character counts, places. */
export function renderTree(parsed: ParsedFile, view: TreeView): string {
  const words = TREE_WORDS[view.language];
  const print = spanPrinter(placesOf(parsed.source));
  const place = (span: Span): string => {
    const { lines, pages, paragraphs } = print(span);
    if (pages !== undefined) return `${words.page} ${range(pages)}`;
    if (paragraphs !== undefined) return `${words.paragraph} ${range(paragraphs)}`;
    return `${words.lines} ${range(lines)}`;
  };
  const out: string[] = [];
  if (parsed.documents.length > 1) {
    out.push(
      words.document({ count: parsed.documents.length, path: harmless(parsed.source.path) }),
      '',
    );
  }
  for (const document of parsed.documents) {
    out.push(...documentHeadLines(document, parsed, view, words));
    out.push(...rowLines(rowsOf(document.children, { view, place, words }), view));
    out.push('');
  }
  out.push(...footer(parsed, view, words, place));
  return `${out.join('\n').trimEnd()}\n`;
}

function range([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first}–${last}`;
}

function documentHeadLines(
  document: PolicyDocument,
  parsed: ParsedFile,
  view: TreeView,
  words: Words,
): string[] {
  const facts = [
    document.id,
    document.level && termIn(document.level, view.language),
    document.region?.name,
    termIn(document.kind, view.language),
    document.date,
    document.number,
    document.issuer,
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ');
  const lines = wrapText(harmless(document.title === '' ? '—' : document.title), view.width).map(
    (line) => inkOf(view.color).bold(line),
  );
  for (const subtitle of document.subtitles)
    lines.push(...wrapText(harmless(subtitle), view.width));
  lines.push(...wrapText(harmless(facts), view.width).map((line) => inkOf(view.color).dim(line)));
  const doubts = doubtsText(document.quality, view.language);
  if (doubts !== '')
    lines.push(
      ...wrapText(QUALITY_WORDS[view.language].quality({ doubts }), view.width).map((line) =>
        inkOf(view.color).dim(line),
      ),
    );
  const kinds = countKinds(document, view.language);
  if (kinds !== '')
    lines.push(
      ...wrapText(`${words.elements}: ${kinds}`, view.width).map((line) =>
        inkOf(view.color).dim(line),
      ),
    );
  if (parsed.documents.length > 1 && document.evidence.length > 0) {
    lines.push(
      ...wrapText(
        `${words.evidence}: ${evidenceText(document.evidence, view.language)}`,
        view.width,
      ).map((line) => inkOf(view.color).dim(line)),
    );
  }
  return lines;
}

function evidenceText(evidence: readonly string[], language: 'zh' | 'en'): string {
  return evidence.map((item) => borderWord(item, language) ?? termIn(item, language)).join(', ');
}

function countKinds(document: PolicyDocument, language: 'zh' | 'en'): string {
  const counts = new Map<string, number>();
  for (const { kind } of [...document.elements, ...document.furniture]) {
    if (kind !== 'title' && kind !== 'subtitle') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, count]) => `${termIn(kind, language)}${count === 1 ? '' : ` ×${count}`}`)
    .join(language === 'zh' ? '、' : ', ');
}

interface Drawing {
  readonly view: TreeView;
  readonly place: (span: Span) => string;
  readonly words: Words;
}

/** Sections as rows; runs of paragraphs count into the section above them. */
function rowsOf(blocks: readonly Block[], drawing: Drawing, indent = '', depth = 1): Row[] {
  const { view, place, words } = drawing;
  if (view.depth !== undefined && depth > view.depth) return [];
  const rows: Row[] = [];
  blocks.forEach((block, index) => {
    const last = index === blocks.length - 1;
    const [branch, stem] = view.ascii
      ? [last ? '`- ' : '|- ', last ? '   ' : '|  ']
      : [last ? '└ ' : '├ ', last ? '  ' : '│ '];
    const right = `${lengthOf(block)} ${words.characters}  ${place(block.span)}`;
    if (block.type === 'paragraph') {
      const opens = block.lead ?? `${block.content.text.slice(0, 24)}…`;
      rows.push({ left: `${indent}${branch}¶ ${opens}`, right, bold: false });
    } else {
      const opening = block.children.find((child) => child.type === 'paragraph');
      const excerpt =
        block.heading === '' && opening?.type === 'paragraph'
          ? `${opening.content.text.slice(block.label.length, block.label.length + 20)}…`
          : '';
      const heading = `${block.label}${block.heading}${excerpt === '' ? '' : ` ${excerpt}`}`;
      rows.push({ left: `${indent}${branch}${heading}`, right, bold: block.depth === 1 });
      const opened = block.runIn || block.heading === '' ? block.children.slice(1) : block.children;
      rows.push(...rowsOf(opened, drawing, indent + stem, depth + 1));
    }
  });
  return rows;
}

/** Characters of text, markers and headings included, furniture not. */
function lengthOf(block: Block): number {
  if (block.type === 'paragraph') return block.content.text.length;
  const own = block.runIn || block.heading === '' ? 0 : block.content.text.length;
  return own + block.children.reduce((sum, child) => sum + lengthOf(child), 0);
}

function rowLines(rows: readonly Row[], view: TreeView): string[] {
  const widest = Math.max(0, ...rows.map((row) => displayWidth(row.right, view.ambiguousWidth)));
  const room = Math.max(16, view.width - widest - 2);
  return rows.flatMap(({ left, right, bold }) => {
    const stem = left.slice(0, left.search(/[^│├└|`\- ]|$/));
    const lines = wrapText(
      harmless(left.slice(stem.length)),
      Math.max(8, room - displayWidth(stem, view.ambiguousWidth)),
      {
        ambiguousWidth: view.ambiguousWidth,
      },
    );
    return lines.map((line, index) => {
      const lead =
        index === 0
          ? stem
          : stem.replaceAll(/[├|]/g, view.ascii ? '|' : '│').replaceAll(/[└`-]/g, ' ');
      const text = lead + (bold ? inkOf(view.color).bold(line) : line);
      if (index > 0) return text.trimEnd();
      const pad = padEnd(
        '',
        Math.max(1, room - displayWidth(lead + line, view.ambiguousWidth)) +
          widest -
          displayWidth(right, view.ambiguousWidth) +
          2,
      );
      return text + pad + inkOf(view.color).dim(right);
    });
  });
}

function footer(
  parsed: ParsedFile,
  view: TreeView,
  words: Words,
  place: (span: Span) => string,
): string[] {
  const lines: string[] = [];
  const cleanup = Object.entries({ ...parsed.source.counts, ...parsed.cleanup })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => `${cleanupWord(kind, view.language)} ${count}`)
    .join(', ');
  if (cleanup !== '')
    lines.push(
      ...wrapText(`${words.cleanup}: ${cleanup}`, view.width).map((line) =>
        inkOf(view.color).dim(line),
      ),
    );
  const count = (severity: Diagnostic['severity']): number =>
    parsed.diagnostics.filter((item) => item.severity === severity).length;
  if (!view.diagnostics) {
    if (parsed.diagnostics.length > 0) {
      const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
      lines.push(
        ...wrapText(words.quiet(counts), view.width).map((line) => inkOf(view.color).dim(line)),
      );
    }
    return lines;
  }
  for (const item of parsed.diagnostics) {
    const where = item.span === undefined ? '' : `${place(item.span)}  `;
    lines.push(
      ...wrapText(
        harmless(
          `${where}${words.severities[item.severity]} ${item.code}: ${remarkText(item, view.language)}`,
        ),
        view.width,
      ),
    );
  }
  return [...lines, ...lineBreakLines(parsed, view)];
}

/** Which rule joined or broke each printed line: a head line with the counts, then a rule and its lines. */
function lineBreakLines(parsed: ParsedFile, view: TreeView): string[] {
  const words = TREE_WORDS[view.language];
  const rules = linesByRule(parsed.lineBreaks, placesOf(parsed.source), view.language);
  if (rules.length === 0) return [];
  const count = (decision: LineBreak['decision']): number =>
    parsed.lineBreaks.filter((border) => border.decision === decision).length;
  const head = words.breaks({ joined: count('join'), broken: count('break') });
  const rows = rules.map(
    ({ rule, decision, evidence, count: times, lines }) =>
      `${words[decision]} ×${times} ${rule} (${evidence}): ${words.lines} ${lines}`,
  );
  return [head, ...rows].flatMap((row) => wrapText(row, view.width));
}
