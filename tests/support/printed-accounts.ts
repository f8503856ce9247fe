/** Figures as each form of a report prints them, read back from what a person sees. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { cli } from './cli.js';

/** Of a theme, or of all: percent, points of error, clauses carried, in part, missing. */
type ThemeFigures = readonly number[];

interface PrintedFigures {
  /** Coverage by clause on the first page: percent and points of error; absent where there is nothing to carry. */
  readonly coverage: string | undefined;
  readonly themes: readonly ThemeFigures[];
  /** Entries of each list of the first page. */
  readonly lists: Readonly<Record<string, number>>;
  /** Sentences that stand alone, where the form has a row for each. */
  readonly alone: { readonly missing: number; readonly local: number } | undefined;
}

const LISTS = {
  missing: 'Missing below',
  weakened: 'Weakened',
  lowered: 'Figures lowered',
  postponed: 'Postponed',
  local: 'New below',
  doubtful: 'Worth a look',
} as const;

/** What each medium says of two sides. */
export async function printedFigures(
  run: (...args: string[]) => Promise<string>,
  world: { readonly cwd: string; readonly cache: string },
  sides: readonly [string, string],
): Promise<Record<string, PrintedFigures>> {
  const report = (format: string) => run('report', ...sides, '-f', format, '-o', '-');
  const html = await report('html');
  const markdown = await report('markdown');
  const terminal =
    (await run('brief', ...sides, '--width', '100')) +
    (await run('coverage', ...sides, '--width', '100'));
  const [docx, book] = await filesOf(world, sides);
  return {
    terminal: inText(plainTable(terminal)),
    markdown: inText(
      markdown.replaceAll('**', '').replaceAll('\\', ''),
      aloneIn(markdown, /\| - missing[^|]* \|$/gmu, /\| \+ local[^|]* \|$/gmu),
    ),
    html: inText(plainHtml(html), aloneIn(html, /class="tag t-missing"/g, /class="tag t-local"/g)),
    docx: inText(docx),
    xlsx: inBook(book),
  };
}

async function filesOf(
  { cwd, cache }: { readonly cwd: string; readonly cache: string },
  sides: readonly [string, string],
): Promise<[string, xlsx.WorkBook]> {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-printed-'));
  try {
    const files = ['docx', 'xlsx'].map((format) => join(folder, `r.${format}`));
    for (const file of files) {
      const ran = await cli(['report', ...sides, '-o', file], {
        cwd,
        env: { DUIBIAO_CACHE_DIR: cache },
      });
      if (ran.code !== 0) throw new Error(ran.err);
    }
    const [docx = '', book = ''] = files;
    const parts = unzipSync(readFileSync(docx));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    return [
      xml
        .replaceAll('</w:p>', '\n')
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll('&amp;', '&'),
      xlsx.read(readFileSync(book)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function plainHtml(html: string): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<\/(?:h\d|p|td|th|tr|li|summary)>/g, '\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&');
}

/** A framed table as lines: what stands under each other in one cell belongs together. */
function plainTable(text: string): string {
  return text.replaceAll(/[│┌┐└┘├┤┬┴┼─█▏▎▍▌▋▊▉·]+/gu, ' ');
}

function aloneIn(text: string, missing: RegExp, local: RegExp) {
  return { missing: text.match(missing)?.length ?? 0, local: text.match(local)?.length ?? 0 };
}

function inText(text: string, alone?: PrintedFigures['alone']): PrintedFigures {
  const themes = text.matchAll(
    /(\d+)%\s+±(\d+)\s*(?:[（(]?\s*[\d.]+\/\d+\s*[）)]?)?\s*=\s*(\d+)\s+~\s*(\d+)\s+-\s*(\d+)/gu,
  );
  const lists = Object.entries(LISTS).map(([list, name]) => {
    const count = new RegExp(`${name} (\\d+)`, 'u').exec(text)?.[1];
    if (count === undefined && !new RegExp(`None: [^\\n]*${name}`, 'u').test(text))
      throw new Error(`"${name}" has no count`);
    const [, held, more] =
      new RegExp(`${name} \\d+\\s+\\((\\d+) here, (\\d+) more\\)`, 'u').exec(text) ?? [];
    if (held !== undefined && Number(held) + Number(more) !== Number(count))
      throw new Error(`"${name}": ${held} and ${more} are not ${count}`);
    return [list, Number(count ?? 0)] as const;
  });
  const coverage = /[Cc]overage by clause\s+(\d+%\s+±\d+)/u.exec(text)?.[1]?.replace(/\s+/, ' ');
  return {
    coverage,
    themes: [...themes].map(([, ...figures]) => figures.map(Number)),
    lists: Object.fromEntries(lists),
    alone,
  };
}

function inBook(book: xlsx.WorkBook): PrintedFigures {
  const rows = (name: string): unknown[][] => {
    const sheet = book.Sheets[name];
    return sheet === undefined
      ? []
      : xlsx.utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).slice(1);
  };
  const percent = (value: unknown): number => Math.round(Number(value) * 100);
  const coverage = rows('Coverage').filter((row) => row[6] !== undefined && row[6] !== '');
  const themes = coverage.map(([, , , carried, part, missing, share, error]) => [
    percent(share),
    percent(error),
    ...[carried, part, missing].map(Number),
  ]);
  const all = themes.at(-1);
  // What stands in one row may be several places: the column before the pair says how many.
  const entries = rows('At a glance');
  const lists = Object.entries(LISTS).map(
    ([list, name]) =>
      [
        list,
        entries.reduce((sum, row) => sum + (row[0] === name ? Number(row[7]) : 0), 0),
      ] as const,
  );
  return {
    coverage: all === undefined ? undefined : `${all[0]}% ±${all[1]}`,
    themes,
    lists: Object.fromEntries(lists),
    alone: { missing: rows('missing').length, local: rows('local').length },
  };
}
