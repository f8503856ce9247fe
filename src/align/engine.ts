import { contentKey, keptByKey, sha256, UserError } from '../text/index.js';
import { type Background, parseBackground } from './background.js';
import { CLAUSE_COMPONENTS } from './clauses/components.js';
import type { NamedComponent } from './component.js';
import { type Concepts, parseConcepts } from './concepts.js';
import { FIRST_COMPONENTS } from './context.js';
import { COUNTERPART_COMPONENTS } from './counterparts.js';
import type { Parameters } from './parameters-type.js';
import { RELATION_COMPONENTS } from './relation.js';
import { SECTION_COMPONENTS } from './sections.js';
import { SECOND_COMPONENTS } from './surround.js';

/** What was fitted and trained, as one: parts of different fits do not go together. */
export interface Engine {
  /** Follows from all of its parts and from the components they were fitted for. */
  readonly version: string;
  readonly parameters: Parameters;
  readonly background: Background;
  readonly concepts: Concepts;
}

type Pass = 'sections' | 'first' | 'second' | 'counterparts' | 'relation' | 'clauses';

/** What each pass asks, in the order of its rows. */
const PASSES: Readonly<Record<Pass, readonly NamedComponent[]>> = {
  sections: SECTION_COMPONENTS,
  first: FIRST_COMPONENTS,
  second: SECOND_COMPONENTS,
  counterparts: COUNTERPART_COMPONENTS,
  relation: RELATION_COMPONENTS,
  clauses: CLAUSE_COMPONENTS,
};

/** The files of an engine beside its manifest. */
export interface EngineFiles {
  readonly 'parameters.json': string;
  readonly 'background.bin': Uint8Array;
  readonly 'concepts.txt': string;
}

/** `manifest.json` of an engine (`duibiao.engine/1`). */
export interface EngineManifest {
  readonly schema: 'duibiao.engine/1';
  readonly version: string;
  /** Components of each pass as `name`, `+name` (may only speak for a link) or `-name` (only against it), in order. */
  readonly components: Readonly<Record<Pass, readonly string[]>>;
  /** SHA-256 of each file. */
  readonly files: Readonly<Record<keyof EngineFiles, string>>;
  /** Annotated pairs it was fitted on. */
  readonly fitted: readonly string[];
}

/** The manifest of an engine made of these files by this program. */
export function engineManifest(files: EngineFiles, fitted: readonly string[]): EngineManifest {
  const components = componentsHere();
  const keys = {
    'parameters.json': sha256(files['parameters.json']),
    'background.bin': sha256(files['background.bin']),
    'concepts.txt': sha256(files['concepts.txt']),
  };
  return {
    schema: 'duibiao.engine/1',
    version: versionOf(components, keys),
    components,
    files: keys,
    fitted,
  };
}

function componentsHere(): EngineManifest['components'] {
  const written = (pass: Pass): string[] =>
    PASSES[pass].map(({ name, sign }) => `${{ '1': '+', '0': '', '-1': '-' }[sign]}${name}`);
  return {
    sections: written('sections'),
    first: written('first'),
    second: written('second'),
    counterparts: written('counterparts'),
    relation: written('relation'),
    clauses: written('clauses'),
  };
}

function versionOf(
  components: EngineManifest['components'],
  files: EngineManifest['files'],
): string {
  return contentKey(JSON.stringify([components, files])).slice(0, 12);
}

/** Read a manifest. *In* `path`: what messages call the engine's folder. *Errors* `engine/damaged`. */
export function parseManifest(text: string, path: string): EngineManifest {
  try {
    const manifest = JSON.parse(text) as EngineManifest;
    if (
      manifest.schema === 'duibiao.engine/1' &&
      typeof manifest.version === 'string' &&
      manifest.version === versionOf(manifest.components, manifest.files)
    )
      return manifest;
  } catch {
    // Said below: what is no JSON is no manifest either.
  }
  throw new UserError('engine/damaged', { path: `${path}/manifest.json` });
}

/**
 * Read an engine and compare it with its manifest and with this program: every file must be the one the manifest names, every
 * model must ask the components this program measures, in this order.
 *
 * *Errors* `engine/damaged` for a file that is another or cut short, `engine/mismatch` where components differ.
 */
export function parseEngine(manifest: EngineManifest, files: EngineFiles, path: string): Engine {
  for (const name of ['parameters.json', 'background.bin', 'concepts.txt'] as const)
    if (sha256(files[name]) !== manifest.files[name])
      throw new UserError('engine/damaged', { path: `${path}/${name}` });
  return engines(contentKey(JSON.stringify(manifest), path), () =>
    readEngine(manifest, files, path),
  );
}

/** The shipped engine and one of the user's own; some 30 MB each. */
const engines = keptByKey<Engine>(2);

function readEngine(manifest: EngineManifest, files: EngineFiles, path: string): Engine {
  const parameters = JSON.parse(files['parameters.json']) as Parameters;
  const here = componentsHere();
  for (const pass of Object.keys(PASSES) as Pass[]) {
    const names = PASSES[pass].map(({ name }) => name).join(' ');
    const known = (manifest.components[pass] ?? []).join(' ') === here[pass].join(' ');
    const fitted = namesIn(parameters, pass).every((own) => own.join(' ') === names);
    if (!known || !fitted) throw new UserError('engine/mismatch', { path, pass });
  }
  return {
    version: manifest.version,
    parameters,
    background: parseBackground(files['background.bin']),
    concepts: parseConcepts(files['concepts.txt'], `${path}/concepts.txt`),
  };
}

/** Component names of each model of a pass. */
function namesIn(parameters: Parameters, pass: Pass): (readonly string[])[] {
  const named = (model: { readonly components: readonly { readonly name: string }[] }): string[] =>
    model.components.map(({ name }) => name);
  switch (pass) {
    case 'sections':
    case 'first':
      return [named(parameters[pass])];
    case 'second':
      return [parameters.second.components];
    case 'counterparts':
      return [named(parameters.counterparts.line), parameters.counterparts.trees.components];
    case 'relation':
      return [named(parameters.relation.verbatim), named(parameters.relation.paraphrased)];
    case 'clauses':
      return [named(parameters.clauses.touched), named(parameters.clauses.whole)];
  }
}
