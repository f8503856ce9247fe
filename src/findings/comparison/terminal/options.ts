import type { CompareWords } from '../../../render/index.js';
import { type ColorMode, type Glyphs, glyphsFor } from '../../../render/index.js';
import type { AmbiguousWidth } from '../../../text/index.js';

export type ComparisonLayout = 'side-by-side' | 'stacked' | 'inline' | 'unified';

export interface ComparisonRenderOptions {
  /** Columns of the terminal; less than 20 is taken as 20. */
  readonly width: number;
  /** Chosen by the width when not given. */
  readonly layout?: ComparisonLayout;
  readonly ambiguousWidth?: AmbiguousWidth;
  readonly color?: ColorMode;
  readonly ascii?: boolean;
  readonly words: CompareWords;
  /** Short name of a unit that every command accepts: `hubei:11.3`. */
  readonly addressOf: (unit: string) => string;
  readonly showScore?: boolean;
  /** Brackets and signs around what is marked; on by default where there is no colour. */
  readonly signs?: boolean;
  /** Only the head with its counts. */
  readonly summaryOnly?: boolean;
}

/** The options with everything decided. */
export interface Canvas {
  readonly width: number;
  readonly ambiguousWidth: AmbiguousWidth;
  readonly color: ColorMode;
  readonly glyphs: Glyphs;
  readonly words: CompareWords;
  readonly addressOf: (unit: string) => string;
  readonly showScore: boolean;
  readonly signs: boolean;
  /** Names of the sides, from the top. */
  readonly sides: readonly string[];
}

/** Below this a line holds no address with its mark and a few characters. */
const NARROWEST = 20;

export function canvasOf(options: ComparisonRenderOptions, sides: readonly string[]): Canvas {
  const ambiguousWidth = options.ambiguousWidth ?? 1;
  return {
    width: Math.max(NARROWEST, options.width),
    ambiguousWidth,
    color: options.color ?? 'none',
    glyphs: glyphsFor(options.ascii ?? false, ambiguousWidth),
    words: options.words,
    addressOf: options.addressOf,
    showScore: options.showScore ?? false,
    signs: options.signs ?? (options.color ?? 'none') === 'none',
    sides,
  };
}
