import type { MatrixCell, MatrixHead, SectionMatrix } from '../../model/index.js';
import { type AnalysisView, aside, titled, wrapped } from '../../render/index.js';
import { displayWidth, harmless, itemAt, padStart } from '../../text/index.js';
import type { MatrixPair } from './rows.js';

const NOTE = {
  en: 'Sentences of the row’s chapter taken up in the column’s; the shade is their share of the chapter: ░ up to a quarter, ▒ half, ▓ three quarters, █ more. “·” where none.',
  zh: '行中大章有多少句被列中大章承接；深浅表示占该大章的比例：░ 至四分之一，▒ 至一半，▓ 至四分之三，█ 更多；“·”表示没有。',
} as const;

const SHADES = ['░', '▒', '▓', '█'];
/** A count of three digits, its shade, a blank. */
const CELL = 5;
/** Numbers of the columns stand above them; rows begin with theirs. */
const ROW_HEAD = 4;

/**
 * Upstream chapters × downstream chapters with counts and shades: where a text was re-grouped shows at a glance.
 * Chapters are numbered; their headings stand below. Columns that do not fit the screen go to a further block.
 */
export function renderMatrices(pairs: readonly MatrixPair[], view: AnalysisView): string {
  const blocks = pairs.flatMap(({ upstream, downstream, matrix }) => [
    ...titled(`${upstream.name} → ${downstream.name}`, view),
    ...grid(matrix, view),
    '',
    ...headings(upstream.name, matrix.upstream, view),
    ...headings(downstream.name, matrix.downstream, view),
    '',
  ]);
  return `${[...blocks, ...aside(NOTE[view.language], 0, view)].join('\n').trimEnd()}\n`;
}

function grid({ upstream, downstream, cells }: SectionMatrix, view: AnalysisView): string[] {
  const at = new Map(cells.map((cell) => [`${cell.upstream} ${cell.downstream}`, cell]));
  const fit = Math.max(1, Math.floor((view.width - ROW_HEAD) / CELL));
  const lines: string[] = [];
  for (let from = 0; from < downstream.length; from += fit) {
    const columns = downstream.slice(from, from + fit);
    lines.push(
      ' '.repeat(ROW_HEAD) + columns.map((_, i) => fill(`${from + i + 1} `)).join(''),
      ...upstream.map((row, i) => {
        const counts = columns.map((column) => cellText(at.get(`${row.key} ${column.key}`), view));
        return `${fill(`${i + 1}`, ROW_HEAD)}${counts.join('')}`.trimEnd();
      }),
    );
    if (from + fit < downstream.length) lines.push('');
  }
  return lines;
}

function cellText(cell: MatrixCell | undefined, view: AnalysisView): string {
  const plain = view.ascii || view.ambiguousWidth === 2;
  if (cell === undefined) return fill(plain ? '. ' : '· ');
  const shade = itemAt(SHADES, Math.min(3, Math.max(0, Math.ceil(cell.share * 4) - 1)));
  return fill(`${cell.units}${plain ? ' ' : shade}`);
}

/** To the right, by columns of the screen. */
function fill(text: string, width = CELL): string {
  return displayWidth(text) > width ? text : padStart(text, width);
}

function headings(side: string, heads: readonly MatrixHead[], view: AnalysisView): string[] {
  return [
    ...aside(harmless(side), 0, view),
    ...heads.flatMap(({ heading }, i) => wrapped(`${`${i + 1}`.padStart(3)} ${heading}`, 0, view)),
  ];
}
