import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BAD_FILES } from '../support/bad-files.js';
import { BAD_INPUTS, type BadInput } from '../support/bad-inputs.js';
import { BAD_PAPERS } from '../support/bad-papers.js';
import { cli, inFolder, type World } from '../support/cli.js';

const ROWS = [...BAD_INPUTS, ...BAD_FILES, ...BAD_PAPERS];

async function inWorld(row: BadInput, world: World = {}) {
  return inFolder(async (cwd) => {
    for (const [path, content] of Object.entries(row.files ?? {})) {
      mkdirSync(join(cwd, path, '..'), { recursive: true });
      writeFileSync(join(cwd, path), content);
    }
    const before = readdirSync(cwd).sort();
    const ran = await cli(row.args, { cwd, stdin: row.stdin ?? '', ...world });
    expect(readdirSync(cwd).sort()).toEqual(before);
    return { ran, cwd };
  });
}

describe('bad input is answered with one message, a hint and exit code 2', () => {
  it.each(ROWS)('$name', async (row) => {
    const { ran, cwd } = await inWorld(row);
    expect(ran.out).toBe('');
    expect(ran.code).toBe(2);
    const lines = ran.err.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^error: ./);
    expect(lines[1]).toMatch(/^hint: ./);
    for (const said of row.says) {
      if (typeof said === 'string') expect(ran.err).toContain(said);
      else expect(ran.err).toMatch(said);
    }
    expect(ran.err).not.toContain(cwd);
    // A name of an example and what a checker found may look so.
    const ours = ran.err.replaceAll(/'[^']*'|(?:received|found) undefined/g, '');
    expect(ours).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  it('leaves a file as it was when the new one cannot be written', async () => {
    await inFolder(async (cwd) => {
      const folder = join(cwd, 'locked');
      mkdirSync(folder);
      writeFileSync(join(folder, 'out.json'), 'old');
      chmodSync(folder, 0o500);
      try {
        const { code, err } = await cli(['schema', 'tree', '-o', 'locked/out.json'], { cwd });
        // The superuser may write anywhere: then it is written whole.
        const now = readFileSync(join(folder, 'out.json'), 'utf8');
        expect(code === 2 ? now : 'old').toBe('old');
        if (code === 2) expect(err).toContain('locked/out.json');
        else expect(JSON.parse(now)).toHaveProperty('$schema');
        expect(readdirSync(folder)).toEqual(['out.json']);
      } finally {
        chmodSync(folder, 0o700);
      }
    });
  });

  it('never shows colour in a message that goes to no terminal', async () => {
    expect((await cli(['parse', 'hubie'])).err).not.toContain('\u001b');
  });
});
