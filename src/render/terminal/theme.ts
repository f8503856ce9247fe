import type { ChangeKind, SentenceRelation } from '../../model/index.js';
import { type AmbiguousWidth, harmless, type StyledText } from '../../text/index.js';

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
 * SGR parameters by style, for 256 colours. Signs carry the meaning as well, so a colour only helps the
 * eye: swaps are quiet, figures and commitment stand out.
 */
type Palette = Readonly<Partial<Record<Style, string>>>;

const DARK: Palette = {
  heading: '1',
  strong: '1',
  dim: '38;5;245',
  address: '38;5;110',
  rule: '38;5;240',
  bar: '38;5;108',
  swap: '38;5;109',
  number: '1;38;5;215',
  commitment: '1;38;5;176',
  'list-member': '38;5;80',
  'set-phrase': '38;5;144',
  added: '38;5;114',
  dropped: '38;5;174',
  changed: '38;5;222',
  verbatim: '38;5;245',
  adapted: '38;5;222',
  paraphrased: '38;5;110',
  missing: '1;38;5;174',
  local: '1;38;5;114',
  'missing-text': '38;5;174',
  'local-text': '38;5;114',
  moved: '38;5;176',
};

const LIGHT: Palette = {
  heading: '1',
  strong: '1',
  dim: '38;5;242',
  address: '38;5;25',
  rule: '38;5;248',
  bar: '38;5;29',
  swap: '38;5;30',
  number: '1;38;5;130',
  commitment: '1;38;5;90',
  'list-member': '38;5;31',
  'set-phrase': '38;5;94',
  added: '38;5;28',
  dropped: '38;5;124',
  changed: '38;5;94',
  verbatim: '38;5;242',
  adapted: '38;5;94',
  paraphrased: '38;5;25',
  missing: '1;38;5;124',
  local: '1;38;5;28',
  'missing-text': '38;5;124',
  'local-text': '38;5;28',
  moved: '38;5;90',
};

const PALETTES: Readonly<Record<ColorMode, Palette>> = { none: {}, dark: DARK, light: LIGHT };

/** A line as it goes to the terminal; without colours it is its texts put together. */
export function paint(line: Line, mode: ColorMode): string {
  const palette = PALETTES[mode];
  return line
    .map(({ text, style }) => {
      const sgr = palette[style];
      return sgr === undefined || text === '' ? text : `\u001b[${sgr}m${text}\u001b[0m`;
    })
    .join('');
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
