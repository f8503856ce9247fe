/** Something that turns texts into vectors, a batch at a time. */
export interface Encoder {
  /** Most texts it takes at once. */
  readonly batch: number;
  /** One list of numbers a text, as they came: not normalised, not checked. */
  readonly encode: (texts: readonly string[]) => Promise<readonly ArrayLike<unknown>[]>;
}
