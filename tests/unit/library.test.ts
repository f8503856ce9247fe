import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.js';

const ROOT = resolve(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');

/** The code after `@example`, with the exported function it stands above. */
function examplesIn(path: string): { readonly name: string; readonly code: string }[] {
  const found = readFileSync(path, 'utf8').matchAll(
    /@example\n((?: \* ?.*\n)+?) \*\/\nexport (?:async )?function (\w+)/g,
  );
  return [...found].map(([, code = '', name = '']) => ({
    name,
    code: code.replaceAll(/^ \* ?/gm, ''),
  }));
}

const EXAMPLES = readdirSync(join(SRC, 'pipeline'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .flatMap((name) => examplesIn(join(SRC, 'pipeline', name)));

describe('the examples of the library', () => {
  it('are those of the products', () => {
    expect(EXAMPLES.map(({ name }) => name)).toContain('makeReport');
    expect(EXAMPLES.map(({ name }) => name)).toContain('guardCorpus');
  });

  for (const { name, code } of EXAMPLES) {
    it(`${name} runs as written`, async () => {
      const names = Object.keys(library).filter((word) => new RegExp(`\\b${word}\\b`).test(code));
      const index = pathToFileURL(join(SRC, 'index.ts')).href;
      const kept = pathToFileURL(join(import.meta.dirname, '../support/kept-workspace.ts')).href;
      const imported = names.filter((word) => word !== 'openWorkspace');
      const [, shown] = /const (?:\{ )?(\w+)[^\n]*$/.exec(code.trimEnd()) ?? [];
      const module = join(import.meta.dirname, `.example-${name}.ts`);
      writeFileSync(
        module,
        `import { ${imported.join(', ')} } from '${index}';\nimport { openWorkspace } from '${kept}';\n${code}\nexport { ${shown} as shown };\n`,
      );
      try {
        const { shown: value } = (await import(module)) as { shown: unknown };
        expect(names).toContain(name);
        expect(value).toBeDefined();
      } finally {
        rmSync(module);
      }
    }, 60_000);
  }
});
