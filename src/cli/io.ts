import type { AmbiguousWidth } from '../text/index.js';

/** The world as a command sees it: tests give their own. */
export interface CliIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin: () => Promise<Uint8Array> | AsyncIterable<Uint8Array | string>;
  /** Operating system as Node names it; decides where the cache lies. */
  readonly platform: string;
  /** Show a long text in the user's pager; absent where there is none. */
  readonly page?: (text: string) => Promise<void>;
}

export interface OutputStream {
  readonly isTTY: boolean;
  /** Width and height of the terminal, where it is one. */
  readonly columns?: number;
  readonly rows?: number;
  readonly write: (text: string) => void;
}

export type Language = 'zh' | 'en';

/** What every command takes. */
export interface CommonOptions {
  readonly corpus?: string;
  readonly lang?: string;
  readonly color?: string;
  readonly width?: string;
  readonly ambiguousWidth?: string;
  readonly ascii?: boolean;
  readonly format?: string;
  readonly output?: string;
  /** Nothing is said of files that were written. */
  readonly quiet?: boolean;
  /** `false` for `--no-pager`. */
  readonly pager?: boolean;
  /** The user's own model is not asked: kept vectors alone. */
  readonly offline?: boolean;
  /** A configuration file; only commands that have the option. */
  readonly config?: string;
  /** A file of decisions; only commands that link texts. */
  readonly links?: string;
  /** `false` for `--no-cache`. */
  readonly cache?: boolean;
}

/** How to draw on a terminal. */
export interface Screen {
  readonly width: number;
  readonly ambiguousWidth: AmbiguousWidth;
  readonly color: boolean;
  readonly ascii: boolean;
  readonly language: Language;
}

/** Narrowest width anything is drawn at; below it words would stand one by one. */
export const LEAST_WIDTH = 20;
const USUAL_WIDTH = 80;

/** `--lang`, else the locale, else English. */
export function languageOf(io: CliIo, option?: string): Language {
  if (option === 'zh' || option === 'en') return option;
  const locale = io.env.DUIBIAO_LANG ?? io.env.LC_ALL ?? io.env.LC_MESSAGES ?? io.env.LANG ?? '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** `--color`, then NO_COLOR, FORCE_COLOR, TERM=dumb, then whether that stream is a terminal. */
export function wantsColor(io: CliIo, stream: OutputStream, option?: string): boolean {
  if (option === 'always') return true;
  if (option === 'never') return false;
  if (io.env.NO_COLOR !== undefined && io.env.NO_COLOR !== '') return false;
  if (io.env.FORCE_COLOR !== undefined && io.env.FORCE_COLOR !== '0') return true;
  return io.env.TERM !== 'dumb' && stream.isTTY;
}

/** `--width`, then the terminal, then COLUMNS, then 80. */
export function screenOf(io: CliIo, options: CommonOptions): Screen {
  const wanted = options.width === undefined ? undefined : Number(options.width);
  const columns = wanted ?? io.stdout.columns ?? (Number(io.env.COLUMNS) || USUAL_WIDTH);
  return {
    width: Math.max(LEAST_WIDTH, Math.min(columns, 400)),
    ambiguousWidth: (options.ambiguousWidth ?? io.env.DUIBIAO_AMBIGUOUS_WIDTH) === '2' ? 2 : 1,
    color: wantsColor(io, io.stdout, options.color),
    ascii: options.ascii === true,
    language: languageOf(io, options.lang),
  };
}
