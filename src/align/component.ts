/**
 * One question the engine asks of a pair, and what the answer may mean.
 *
 * A pass is a list of these: its rows are filled by the list, its models name what they were fitted on, and both are compared when
 * an engine is loaded (`engine.ts`), so that no weight meets another component's value.
 */
export interface Component<Context> {
  readonly name: string;
  /** 1 may only speak for a link, −1 only against it, 0 either way. */
  readonly sign: 1 | -1 | 0;
  readonly of: (context: Context) => number;
}

/** Speaks for a link. */
export function speaksFor<Context>(
  name: string,
  of: (context: Context) => number,
): Component<Context> {
  return { name, sign: 1, of };
}

/** Speaks against a link. */
export function speaksAgainst<Context>(
  name: string,
  of: (context: Context) => number,
): Component<Context> {
  return { name, sign: -1, of };
}

/** May speak either way. */
export function speaksEitherWay<Context>(
  name: string,
  of: (context: Context) => number,
): Component<Context> {
  return { name, sign: 0, of };
}

/** A component without the way it is measured: what a model must know of it. */
export type NamedComponent = Pick<Component<never>, 'name' | 'sign'>;

/** Fill a row from `at` on. */
export function fillRow<Context>(
  components: readonly Component<Context>[],
  context: Context,
  row: Float64Array,
  at: number,
): void {
  for (let k = 0; k < components.length; k += 1) row[at + k] = components[k]!.of(context);
}
