import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom. A new line needs a decision record; a line that no import uses fails.
 * A part is a folder of src/, one of the folders named here in full, or a file at its top.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  messages: ['model'],
  text: ['model', 'messages'],
  ingest: ['model', 'messages', 'text'],
  corpus: ['model', 'messages', 'text'],
  parse: ['model', 'text'],
  segment: ['model', 'text'],
  // The user's own model: its setting is a part of the configuration file that `corpus` reads.
  semantics: ['messages', 'text', 'corpus'],
  align: ['model', 'messages', 'text'],
  // An index of what texts share, to choose the few worth aligning.
  search: ['model', 'text'],
  evaluate: ['model', 'messages', 'text'],
  check: ['model', 'messages', 'text'],
  // What every medium shares: marks, words, rows, the terminal's colours and tables.
  render: ['model', 'messages', 'text'],
  'render/check': ['model', 'messages', 'text', 'render', 'findings'],
  'render/report': ['model', 'messages', 'text', 'render', 'findings'],
  // Sheets that people fill in; what is Office about them is the report's.
  'render/review': ['model', 'messages', 'render', 'render/report', 'text'],
  findings: ['model', 'messages', 'text', 'render'],
  pipeline: [
    'model',
    'messages',
    'text',
    'ingest',
    'corpus',
    'parse',
    'segment',
    'semantics',
    'align',
    'search',
    'evaluate',
    'check',
    'findings',
  ],
  cli: [
    'model',
    'messages',
    'text',
    'check',
    'findings',
    'render',
    'render/check',
    'render/report',
    'render/review',
    'pipeline',
  ],
  index: [
    'model',
    'text',
    'ingest',
    'parse',
    'segment',
    'align',
    'findings',
    'render/report',
    'pipeline',
  ],
  training: ['text', 'model', 'align', 'evaluate', 'pipeline'],
};

/** The workshop measures and fits what the engine is made of, so it reaches past these indexes (src/decisions). */
const WORKSHOP: Readonly<Record<string, readonly string[]>> = { training: ['align', 'evaluate'] };

/**
 * Files that are asked for alone: of what `pipeline` has, the library offers the products; the version is answered before
 * anything is loaded.
 */
const SIDE_DOORS = new Set([join('pipeline', 'products.ts'), join('pipeline', 'version.ts')]);

/** Parts that may touch disk, process and streams. */
const IMPURE = new Set(['cli', 'ingest', 'corpus', 'semantics', 'pipeline', 'training']);

const SRC = resolve(import.meta.dirname, '../src');

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return files(path);
    return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
  });
}

function partOf(path: string): string {
  const [first, second] = relative(SRC, path).split(/[\\/]/);
  const nested = `${first}/${second}`;
  return MAY_IMPORT[nested] === undefined ? first!.replace(/\.ts$/, '') : nested;
}

interface Import {
  readonly from: string;
  readonly name: string;
}

const IMPORTS: readonly Import[] = files(SRC).flatMap((path) => {
  const code = readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)];
  return found.map((match) => ({ from: path, name: match[1]! }));
});

describe('architecture', () => {
  it('reads the sources', () => {
    expect(IMPORTS.length).toBeGreaterThan(50);
  });

  it('has every part in the import table', () => {
    const parts = [...new Set(files(SRC).map(partOf))].sort();
    expect(parts.filter((part) => MAY_IMPORT[part] === undefined)).toEqual([]);
  });

  it('imports only what the table allows, other stages through their index', () => {
    const wrong: string[] = [];
    const used = new Set<string>();
    for (const { from, name } of IMPORTS) {
      if (!name.startsWith('.')) continue;
      const target = resolve(dirname(from), name.replace(/\.js$/, '.ts'));
      const [here, there] = [partOf(from), partOf(target)];
      if (here === there) continue;
      used.add(`${here} → ${there}`);
      const where = `${relative(SRC, from)} → ${name}`;
      if (!(MAY_IMPORT[here] ?? []).includes(there)) wrong.push(`not in the table: ${where}`);
      const doors = [join(SRC, there, 'index.ts'), join(SRC, `${there}.ts`)];
      const throughIndex = doors.includes(target) || SIDE_DOORS.has(relative(SRC, target));
      const workshop = WORKSHOP[here]?.includes(there) === true;
      if (!throughIndex && !workshop) wrong.push(`not through index: ${where}`);
    }
    for (const [here, parts] of Object.entries(MAY_IMPORT))
      for (const there of parts)
        if (!used.has(`${here} → ${there}`)) wrong.push(`no import uses: ${here} → ${there}`);
    expect(wrong).toEqual([]);
  });

  it('keeps disk, process and clock out of the pure stages', () => {
    const wrong: string[] = [];
    for (const { from, name } of IMPORTS) {
      // A hash is a function of its input.
      if (!IMPURE.has(partOf(from)) && /^node:(?!crypto$)/.test(name))
        wrong.push(`${relative(SRC, from)} imports ${name}`);
    }
    for (const path of files(SRC)) {
      if (IMPURE.has(partOf(path))) continue;
      const code = readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const found =
        /\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bconsole\.|\.localeCompare\b|\btoLocale[A-Z]/.exec(
          code,
        );
      if (found !== null) wrong.push(`${relative(SRC, path)} uses ${found[0]}`);
    }
    expect(wrong).toEqual([]);
  });

  it('has no module-level let', () => {
    const wrong = files(SRC).filter((path) =>
      /^(?:export )?let /m.test(readFileSync(path, 'utf8')),
    );
    expect(wrong.map((path) => relative(SRC, path))).toEqual([]);
  });

  it('has no import cycles', () => {
    const graph = new Map<string, string[]>();
    for (const { from, name } of IMPORTS) {
      if (!name.startsWith('.')) continue;
      const target = resolve(dirname(from), name.replace(/\.js$/, '.ts'));
      graph.set(from, [...(graph.get(from) ?? []), target]);
    }
    const state = new Map<string, 'open' | 'closed'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'closed') return;
      if (state.get(path) === 'open') {
        cycles.push(
          [...trail.slice(trail.indexOf(path)), path]
            .map((item) => relative(SRC, item))
            .join(' → '),
        );
        return;
      }
      state.set(path, 'open');
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      state.set(path, 'closed');
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});
