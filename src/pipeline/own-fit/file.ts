/** `engine-own.json`: an own fit as it is kept, for which engine, and what it was fitted on. */
import { existsSync, readFileSync } from 'node:fs';
import { type OwnFit, type OwnVerdict, ownComponents } from '../../align/index.js';
import { type Corpus, ownFitPlace } from '../../corpus/index.js';
import { contentKey, itemAt, UserError } from '../../text/index.js';
import { ENGINE_CODE, type EngineSource } from '../engine.js';

const SCHEMA = 'duibiao.engine-own/1';

/** An own fit with what is said of it. */
export interface OwnFitFile {
  readonly schema: typeof SCHEMA;
  /** The engine it was fitted beside: its version for people, its key for us. */
  readonly engine: { readonly version: string; readonly key: string };
  /** Stands for the user's own model that spoke; null where there was none. */
  readonly model: string | null;
  /** What was decided, and a hash of it. */
  readonly decisions: OwnVerdict['decided'] & { readonly papers: number; readonly key: string };
  readonly heldOut: Pick<Required<OwnVerdict>, 'before' | 'after'> & {
    readonly by: NonNullable<OwnVerdict['heldOut']>;
  };
  readonly line: OwnFit['line'];
}

/** An own fit that goes with the engine and model in use. */
export interface StoredOwnFit {
  readonly fit: OwnFit;
  readonly file: OwnFitFile;
  readonly shown: string;
  /** Equal for equal fits: a part of the key of every alignment. */
  readonly key: string;
}

/** What an own fit goes with. */
export interface FittedBeside {
  readonly engine: EngineSource;
  /** Identity of the user's own model. */
  readonly model: string | undefined;
}

/** The engine and model that a file was fitted beside, as it says of itself. */
export function besideOf({ engine, model }: FittedBeside): Pick<OwnFitFile, 'engine' | 'model'> {
  return {
    engine: {
      version: engine.manifest.version,
      key: contentKey(String(ENGINE_CODE), engine.key).slice(0, 16),
    },
    model: model === undefined ? null : contentKey(model).slice(0, 16),
  };
}

/** Digits that are kept: all that tells, and the same on every machine. */
const DIGITS = 6;

export function ownFitText(file: Omit<OwnFitFile, 'schema'>): string {
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;
  return `${JSON.stringify({ schema: SCHEMA, ...file }, rounded, 1)}\n`;
}

/**
 * The own fit of a corpus, absent where there is none.
 *
 * *Errors*: `own-fit/damaged`, `own-fit/other-engine`, `own-fit/other-model`.
 */
export function readOwnFit(
  place: { readonly corpus: Corpus; readonly cwd: string },
  beside: FittedBeside,
): StoredOwnFit | undefined {
  const { path, shown } = ownFitPlace(place.corpus, place.cwd);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const file = parse(text);
  if (file === undefined) throw new UserError('own-fit/damaged', { path: shown });
  const here = besideOf(beside);
  if (file.engine.key !== here.engine.key)
    throw new UserError('own-fit/other-engine', {
      path: shown,
      fitted: file.engine.version,
      version: here.engine.version,
    });
  if (file.model !== here.model) throw new UserError('own-fit/other-model', { path: shown });
  if (!isSound(file)) throw new UserError('own-fit/damaged', { path: shown });
  return { fit: { line: file.line }, file, shown, key: contentKey(text) };
}

/** Absent for what is no file of this kind. */
function parse(text: string): OwnFitFile | undefined {
  try {
    const file = JSON.parse(text) as OwnFitFile;
    const isOurs = file.schema === SCHEMA && typeof file.engine.key === 'string';
    return isOurs && Array.isArray(file.line.components) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Its line asks what this engine measures, in this order, and holds nothing but numbers. */
function isSound({ line, model, decisions, heldOut }: OwnFitFile): boolean {
  const names = ownComponents(model !== null);
  const figures = [decisions?.yes, decisions?.no, decisions?.papers];
  const held = [heldOut?.before, heldOut?.after].flatMap((own) => [own?.right, own?.f1]);
  return (
    [line.bias, ...figures, ...held].every(Number.isFinite) &&
    line.components.length === names.length &&
    line.components.every(
      ({ name, mean, deviation, weight }, k) =>
        name === itemAt(names, k) &&
        [mean, deviation, weight].every(Number.isFinite) &&
        deviation > 0,
    )
  );
}
