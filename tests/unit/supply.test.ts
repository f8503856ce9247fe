import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dependenciesMarkdown, installed, LICENCES, REASONS } from '../../docs/dependencies.mjs';
import { ROOT } from '../support/root.js';

const json = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
const manifest = json('package.json');
const lock = json('package-lock.json');
const all = installed(lock);

/** Packages of which `promise` does not hold. */
const breaking = (promise: (entry: (typeof all)[number]) => boolean): string[] =>
  all.filter((entry) => !promise(entry)).map(({ name, version }) => `${name} ${version}`);

describe('what is installed with the program', () => {
  it('is what the lock file says, and more than our own', () => {
    const names = new Set(all.map(({ name }) => name));
    for (const name of Object.keys(manifest.dependencies)) expect(names).toContain(name);
    expect(names).not.toContain('vitest');
  });

  it('runs nothing on installing', () => {
    expect(breaking(({ script }) => !script)).toEqual([]);
  });

  it('is one exact version each, with a checksum', () => {
    expect(breaking(({ integrity }) => integrity?.startsWith('sha512-') === true)).toEqual([]);
    for (const [name, version] of Object.entries(manifest.dependencies))
      expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
  });

  it('is under licences that ask for no more than to be named', () => {
    expect(
      breaking(({ licence }) =>
        (licence ?? 'none').split(' AND ').every((one) => LICENCES.includes(one)),
      ),
    ).toEqual([]);
  });

  it('has a reason where we name it', () => {
    expect(Object.keys(REASONS).sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });

  it('is listed as it is', () => {
    expect(readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8')).toBe(
      dependenciesMarkdown(manifest, lock),
    );
  });
});
