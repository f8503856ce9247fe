import { describe, expect, it } from 'vitest';
import {
  type EngineFiles,
  engineManifest,
  parseEngine,
  parseManifest,
} from '../../src/align/index.js';
import { ENGINE_FILES, ENGINE_MANIFEST } from '../support/engine.js';

const PATH = 'corpus/engine';

/** An engine whose parameters were changed as JSON, with a manifest that fits the changed file. */
function changed(change: (parameters: string) => string): () => unknown {
  const files: EngineFiles = {
    ...ENGINE_FILES,
    'parameters.json': change(ENGINE_FILES['parameters.json']),
  };
  return () => parseEngine(engineManifest(files, []), files, PATH);
}

const swap = (a: string, b: string) => (text: string) =>
  text.replaceAll(`"${a}"`, '"…"').replaceAll(`"${b}"`, `"${a}"`).replaceAll('"…"', `"${b}"`);

describe('the engine as one artefact', () => {
  it('is the one its manifest names, fitted for the components of this program', () => {
    expect(engineManifest(ENGINE_FILES, ENGINE_MANIFEST.fitted)).toEqual(ENGINE_MANIFEST);
    expect(parseEngine(ENGINE_MANIFEST, ENGINE_FILES, PATH).version).toBe(ENGINE_MANIFEST.version);
    expect(ENGINE_MANIFEST.fitted.length).toBeGreaterThan(30);
  });

  it.each([
    ['two names of the first pass are swapped', swap('row-margin', 'column-margin')],
    ['a name is another', (text: string) => text.replaceAll('"rarest"', '"scarcest"')],
    ['two names of section counterparts are swapped', swap('linked-upstream', 'linked-downstream')],
    ['two names of relations are swapped', swap('kept-upstream', 'kept-downstream')],
  ])('is refused where %s', (_, change) => {
    expect(changed(change)).toThrow(expect.objectContaining({ code: 'engine/mismatch' }));
  });

  it('is refused where a sign differs from the program’s', () => {
    const first = ENGINE_MANIFEST.components.first.map((name) =>
      name.replace('-one-ban', '+one-ban'),
    );
    const manifest = { ...ENGINE_MANIFEST, components: { ...ENGINE_MANIFEST.components, first } };
    expect(() => parseEngine(manifest, ENGINE_FILES, PATH)).toThrow(
      expect.objectContaining({ code: 'engine/mismatch' }),
    );
  });

  it.each(['parameters.json', 'background.bin', 'concepts.txt'] as const)(
    'is refused where %s was changed',
    (name) => {
      const whole = ENGINE_FILES[name];
      const files = { ...ENGINE_FILES, [name]: whole.slice(0, whole.length - 1) } as EngineFiles;
      expect(() => parseEngine(ENGINE_MANIFEST, files, PATH)).toThrow(
        expect.objectContaining({ code: 'engine/damaged', params: { path: `${PATH}/${name}` } }),
      );
    },
  );

  it.each([
    ['no JSON', '{'],
    ['of another kind', '{"schema":"duibiao.lock/1"}'],
    [
      'with a version that does not follow from the rest',
      JSON.stringify({ ...ENGINE_MANIFEST, version: '0' }),
    ],
  ])('has a manifest: one %s is refused', (_, text) => {
    expect(() => parseManifest(text, PATH)).toThrow(
      expect.objectContaining({
        code: 'engine/damaged',
        params: { path: `${PATH}/manifest.json` },
      }),
    );
  });
});
