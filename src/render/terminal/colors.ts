import type { ChangeKind, SentenceRelation } from '../../model/index.js';
import { type AmbiguousWidth, harmless, inkOf, type StyledText } from '../../text/index.js';

/** What a stretch of output is; the palette says how it looks. */
export type Style =
  | 'plain'
  | 'heading'
  | 'dim'
  | 'address'
  | 'strong'
  | 'rule'
  | 'bar'
  | ChangeKind
  | 'shared'
  | SentenceRelation
  | 'missing'
  | 'local'
  | 'missing-text'
  | 'local-text'
  | 'moved';

export type Span = StyledText<Style>;
export type Line = readonly Span[];

/** `none` for pipes and `NO_COLOR`; `dark` and `light` by the terminal's background. */
export type ColorMode = 'none' | 'dark' | 'light';

/**
 * Looks by style, in 256 colours. Signs carry the meaning as well, so a colour only helps the
 * eye: swaps are quiet, figures and commitment stand out.
 */
type Palette = Readonly<Partial<Record<Style, (text: string) => string>>>;

const INK = inkOf(true);

const DARK: Palette = {
  heading: INK.bold,
  strong: INK.bold,
  dim: INK.ansi256(245),
  address: INK.ansi256(110),
  rule: INK.ansi256(240),
  bar: INK.ansi256(108),
  swap: INK.ansi256(109),
  number: INK.bold.ansi256(215),
  commitment: INK.bold.ansi256(176),
  'list-member': INK.ansi256(80),
  'set-phrase': INK.ansi256(144),
  added: INK.underline.ansi256(114),
  dropped: INK.strikethrough.ansi256(174),
  changed: INK.underline.ansi256(222),
  shared: INK.ansi256(117),
  verbatim: INK.ansi256(245),
  adapted: INK.ansi256(222),
  paraphrased: INK.ansi256(110),
  missing: INK.bold.ansi256(174),
  local: INK.bold.ansi256(114),
  'missing-text': INK.ansi256(174),
  'local-text': INK.ansi256(114),
  moved: INK.ansi256(176),
};

const LIGHT: Palette = {
  heading: INK.bold,
  strong: INK.bold,
  dim: INK.ansi256(242),
  address: INK.ansi256(25),
  rule: INK.ansi256(248),
  bar: INK.ansi256(29),
  swap: INK.ansi256(30),
  number: INK.bold.ansi256(130),
  commitment: INK.bold.ansi256(90),
  'list-member': INK.ansi256(31),
  'set-phrase': INK.ansi256(94),
  added: INK.underline.ansi256(28),
  dropped: INK.strikethrough.ansi256(124),
  changed: INK.underline.ansi256(94),
  shared: INK.ansi256(24),
  verbatim: INK.ansi256(242),
  adapted: INK.ansi256(94),
  paraphrased: INK.ansi256(25),
  missing: INK.bold.ansi256(124),
  local: INK.bold.ansi256(28),
  'missing-text': INK.ansi256(124),
  'local-text': INK.ansi256(28),
  moved: INK.ansi256(90),
};

const PALETTES: Readonly<Record<ColorMode, Palette>> = { none: {}, dark: DARK, light: LIGHT };

/** A line as it goes to the terminal; without colours it is its texts put together. */
export function paint(line: Line, mode: ColorMode): string {
  const palette = PALETTES[mode];
  return line.map(({ text, style }) => palette[style]?.(text) ?? text).join('');
}

/** A stretch of foreign text, made harmless. */
export function span(text: string, style: Style = 'plain'): Span {
  return { text: harmless(text), style };
}

/** Characters that draw the frame; box drawing is of ambiguous width, ASCII never. */
export interface Glyphs {
  readonly rule: string;
  readonly thinRule: string;
  readonly divider: string;
  /** Where a rule meets a divider below it. */
  readonly crossing: string;
  readonly arrow: string;
  readonly moved: string;
  readonly ellipsis: string;
  readonly plusMinus: string;
  readonly bar: readonly string[];
  readonly relations: Readonly<Record<SentenceRelation | 'missing' | 'local', string>>;
  readonly swap: readonly [string, string];
}

const ASCII_BAR = ['', '#'];
const BARS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

export function glyphsFor(ascii: boolean, ambiguousWidth: AmbiguousWidth): Glyphs {
  if (ascii) {
    return {
      rule: '=',
      thinRule: '-',
      divider: '|',
      crossing: '+',
      arrow: '->',
      moved: '~>',
      ellipsis: '...',
      plusMinus: '+-',
      bar: ASCII_BAR,
      relations: { verbatim: '=', adapted: '~', paraphrased: '*', missing: '-', local: '+' },
      swap: ['<', '>'],
    };
  }
  return {
    rule: '━',
    thinRule: '─',
    divider: '│',
    crossing: '┯',
    arrow: '→',
    moved: '↷',
    ellipsis: '⋯',
    plusMinus: '±',
    // Blocks are ambiguous: two columns each would make bars of different widths.
    bar: ambiguousWidth === 2 ? ASCII_BAR : BARS,
    relations: { verbatim: '=', adapted: '~', paraphrased: '≈', missing: '-', local: '+' },
    swap: ['‹', '›'],
  };
}

/** Sign of a change kind behind its opening bracket: `[-…]` upstream, `{+…}` downstream. */
export const CHANGE_SIGNS: Readonly<Record<Exclude<ChangeKind, 'swap'>, string>> = {
  number: '#',
  commitment: '!',
  'list-member': '*',
  'set-phrase': '=',
  added: '+',
  dropped: '-',
  changed: '~',
};
