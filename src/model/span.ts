/**
 * Half-open range `[start, end)` in one source text.
 *
 * Offsets are 0-based UTF-16 code units of `SourceText.text`, the unit of `String.prototype.slice`: the
 * file as decoded (after BOM removal, before any clean-up), or the text that an importer made of it.
 * Lines and pages are derived on output, never stored.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Clean text with the way back to the source text.
 *
 * `text` is made of runs; run `i` starts at `starts[i]` in `text` and at `origins[i]` in the
 * source, and inside a run one code unit of `text` stands for one code unit of the source.
 * A run may differ from the source in its characters (full-width digits, radicals), never in
 * their number. Both arrays are strictly increasing and of the same length.
 */
export interface MappedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly origins: readonly number[];
}
