import type { z } from 'zod';
import { ROW_FORMATS } from '../render/index.js';

/**
 * What prints findings. The commands' `--format`, its choices in help and completion, `duibiao schema`,
 * docs/schemas and docs/formats.md follow from it.
 */
interface Printed {
  /** Its folder in src/findings. */
  readonly folder: string;
  /** As typed after `duibiao`. */
  readonly command: string;
  /** One line for docs/formats.md. */
  readonly title: string;
  /** Values of `--format`, the default first. */
  readonly formats: readonly [string, ...string[]];
  /** The format whose output, or each line of it, the schema describes; absent: `json`. */
  readonly described?: string;
  /** Loaded late: the validation library takes longer to load than all else most commands do. */
  readonly schema: () => Promise<z.ZodType>;
}

const SCREEN = ['terminal', 'json'] as const;
const ROWS = [...SCREEN, ...ROW_FORMATS] as const;
const TRACE = [...ROWS, 'html'] as const;
const MATRIX = ['terminal', 'ndjson', 'csv', 'parquet', 'json', 'html'] as const;
/** Forms of a report; `render/report/registry.ts` says how each is drawn. */
const REPORT = [
  'html',
  'docx',
  'xlsx',
  'markdown',
  'csv',
  'json',
  'jsonl',
  'akoma',
  'svg',
] as const;

/** One entry a published format, by the name that `duibiao schema` takes and that stands in `schema`: `duibiao.<name>/1`. */
export const FINDINGS = {
  alignment: {
    folder: 'alignment',
    command: 'align',
    title: 'Links of sections and sentences between two sides',
    formats: SCREEN,
    schema: async () => (await import('./alignment/schema.js')).ALIGNMENT,
  },
  bodies: {
    folder: 'bodies',
    command: 'bodies',
    title: 'Responsible bodies of linked sentences, above and below',
    formats: ROWS,
    schema: async () => (await import('./bodies/schema.js')).BODIES,
  },
  brief: {
    folder: 'brief',
    command: 'brief',
    title: 'One pair on one page: what is missing, weakened, lowered, postponed, new, doubtful',
    formats: ROWS,
    schema: async () => (await import('./brief/schema.js')).BRIEF,
  },
  check: {
    folder: 'check',
    command: 'check',
    title: 'What the rules find in an edited corpus',
    formats: ['terminal', 'json', 'sarif', 'junit', 'github', 'markdown'],
    schema: async () => (await import('./check/schema.js')).CHECK,
  },
  commitment: {
    folder: 'commitment',
    command: 'commitment',
    title: 'How firmly documents commit, and where they shift',
    formats: ROWS,
    schema: async () => (await import('./commitment/schema.js')).COMMITMENT,
  },
  comparison: {
    folder: 'comparison',
    command: 'compare',
    title: 'Sides beside each other, row by row, with the changes in each',
    formats: SCREEN,
    schema: async () => (await import('./comparison/schema.js')).COMPARISON,
  },
  corpus: {
    folder: 'corpus',
    command: 'corpus list',
    title: 'Documents of the corpus and their names',
    formats: ROWS,
    schema: async () => (await import('./corpus/schema.js')).CORPUS,
  },
  coverage: {
    folder: 'coverage',
    command: 'coverage',
    title: 'How much of one side the other takes up, by theme, section or chapter',
    formats: ROWS,
    schema: async () => (await import('./coverage/schema.js')).COVERAGE,
  },
  diffusion: {
    folder: 'diffusion',
    command: 'trace',
    title:
      'Who takes what from whom in a collection, and which wordings spread: without a topic (terminal, json, html)',
    formats: TRACE,
    schema: async () => (await import('./diffusion/schema.js')).DIFFUSION,
  },
  documents: {
    folder: 'corpus',
    command: 'corpus show',
    title: 'Heads and clean texts of documents',
    formats: SCREEN,
    schema: async () => (await import('./corpus/documents-schema.js')).DOCUMENTS,
  },
  eval: {
    folder: 'evaluation',
    command: 'eval',
    title: 'Scores of the engine, or of another tool, against annotated texts',
    formats: SCREEN,
    schema: async () => (await import('./evaluation/schema.js')).EVALUATION,
  },
  explanation: {
    folder: 'explain',
    command: 'explain',
    title: 'Why two units were linked or not',
    formats: SCREEN,
    schema: async () => (await import('./explain/schema.js')).EXPLANATION,
  },
  find: {
    folder: 'find',
    command: 'find',
    title: 'Where a passage stands in a corpus, in whatever words',
    formats: ROWS,
    schema: async () => (await import('./find/schema.js')).FIND,
  },
  matrix: {
    folder: 'matrix',
    command: 'matrix',
    title: 'Pairs of a whole collection, one row a pair',
    formats: MATRIX,
    described: 'ndjson',
    schema: async () => (await import('./matrix/schema.js')).MATRIX,
  },
  'matrix-link': {
    folder: 'matrix',
    command: 'matrix',
    title: 'The same with --detail, one row a link',
    formats: MATRIX,
    described: 'ndjson',
    schema: async () => (await import('./matrix/schema.js')).MATRIX_LINK,
  },
  'own-fit': {
    folder: 'own-fit',
    command: 'fit',
    title: 'What decisions teach the engine, weighed on those held out',
    formats: SCREEN,
    schema: async () => (await import('./own-fit/schema.js')).OWN_FIT,
  },
  phrases: {
    folder: 'phrases',
    command: 'phrases',
    title: 'Set phrases: who carries, varies or drops them',
    formats: ROWS,
    schema: async () => (await import('./phrases/schema.js')).PHRASES,
  },
  report: {
    folder: 'report',
    command: 'report',
    title: 'A comparison to hand on, with where everything stands',
    formats: REPORT,
    schema: async () => (await import('./report/schema.js')).REPORT,
  },
  'report-rows': {
    folder: 'report',
    command: 'report',
    title: 'The same, a row a line after the head',
    formats: REPORT,
    described: 'jsonl',
    schema: async () => (await import('./report/schema.js')).REPORT_LINE,
  },
  sources: {
    folder: 'sources',
    command: 'sources',
    title: 'Which papers of a corpus a document draws on, with the passages',
    formats: ROWS,
    schema: async () => (await import('./sources/schema.js')).SOURCES,
  },
  stats: {
    folder: 'stats',
    command: 'stats',
    title: 'Lengths, themes, reuse and distinctive terms of documents',
    formats: ROWS,
    schema: async () => (await import('./stats/schema.js')).STATS,
  },
  targets: {
    folder: 'targets',
    command: 'targets',
    title: 'Numbers and dates that documents commit to, side by side',
    formats: ROWS,
    schema: async () => (await import('./targets/schema.js')).TARGETS,
  },
  'theme-changes': {
    folder: 'theme-changes',
    command: 'themes check',
    title: 'What an edit of theme files adds and loses',
    formats: ROWS,
    schema: async () => (await import('./theme-changes/schema.js')).THEME_CHANGES,
  },
  themes: {
    folder: 'themes',
    command: 'themes',
    title: 'Themes of sentences and sections, with the evidence',
    formats: ROWS,
    schema: async () => (await import('./themes/schema.js')).THEMES,
  },
  trace: {
    folder: 'trace',
    command: 'trace',
    title: 'What became of a theme, phrase or passage from level to level',
    formats: TRACE,
    schema: async () => (await import('./trace/schema.js')).TRACE,
  },
  tree: {
    folder: 'tree',
    command: 'parse',
    title: 'Section trees of a file, every node with its place',
    formats: SCREEN,
    schema: async () => (await import('./tree/schema.js')).TREE,
  },
} as const satisfies Readonly<Record<string, Printed>>;

/** A form of a report, as `--format` names it. */
export type ReportFormat = (typeof REPORT)[number];

/** Names of the published formats, in order. */
export const SCHEMA_NAMES = Object.keys(FINDINGS);

/** The value that checks a format, absent for a name that is none. */
export async function schemaOf(name: string): Promise<z.ZodType | undefined> {
  return printed(name)?.schema();
}

/**
 * The JSON Schema (draft 2020-12) of a format, absent for a name that is none.
 *
 * Fields that it does not name are allowed: a later version of the program may add some without a new format version.
 */
export async function jsonSchema(name: string): Promise<object | undefined> {
  const found = printed(name);
  if (found === undefined) return undefined;
  const [{ z }, schema] = await Promise.all([import('zod'), found.schema()]);
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: usage(found), ...rest };
}

/** docs/formats.md: every command that prints findings, its formats and their schema. */
export function formatsMarkdown(): string {
  const rows = Object.entries<Printed>(FINDINGS).map(
    ([name, { title, formats, ...rest }]) =>
      `| \`${usage(rest)}\` | ${title} | ${formats.join(', ')} | [${name}](schemas/${name}.json) |`,
  );
  return [
    '# Formats',
    '',
    'Made by `npm run docs`.',
    '',
    '| command | prints | `--format` | schema |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function printed(name: string): Printed | undefined {
  return Object.entries<Printed>(FINDINGS).find(([own]) => own === name)?.[1];
}

function usage({ command, described = 'json' }: Pick<Printed, 'command' | 'described'>): string {
  return `duibiao ${command} --format ${described}`;
}
