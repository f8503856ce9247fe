import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, inFolder, type World } from '../support/cli.js';

/** Head of a document whose field `level` holds a value there is none of, on line 4. */
const BAD_HEAD =
  '---\nid: a-plan-2020\ntitle: 关于某事的意见\nlevel: village\nkind: opinion\n---\n正文。\n';

interface Row {
  readonly name: string;
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  /** What the message says. */
  readonly says: readonly (string | RegExp)[];
}

const CORPUS_FILE = 'documents: [a.txt]\naliases: {a: a-plan-2020}\nthemes: themes\n';
const GOOD =
  '---\nid: a-plan-2020\ntitle: 关于某事的意见\nlevel: city\nkind: opinion\n---\n正文。\n';

const ROWS: readonly Row[] = [
  { name: 'missing file', args: ['parse', 'no/such.txt'], says: ['no/such.txt', 'hint:'] },
  {
    name: 'directory',
    args: ['parse', './sub'],
    files: { 'sub/x.txt': '字' },
    says: ['./sub', 'directory'],
  },
  {
    name: 'empty file',
    args: ['parse', 'e.txt'],
    files: { 'e.txt': '' },
    says: ['e.txt', 'no text'],
  },
  { name: 'empty standard input', args: ['parse', '-'], stdin: '', says: ['no text'] },
  {
    name: 'binary data',
    args: ['parse', 'b.txt'],
    files: { 'b.txt': new Uint8Array([1, 0, 2, 0, 0, 255, 254, 3, 0, 0]) },
    says: ['b.txt', 'hint:'],
  },
  {
    name: 'not UTF-8 and nothing else',
    args: ['parse', 'u.txt'],
    files: { 'u.txt': new Uint8Array([0xe4, 0xb8, 0x80, 0x0a, 0xff, 0xff, 0x41, 0x0a]) },
    says: ['u.txt', 'UTF-8', 'line 2'],
  },
  {
    name: 'wrong encoding stated',
    args: ['parse', 'g.txt', '--encoding', 'utf-8'],
    files: { 'g.txt': new Uint8Array([0xd6, 0xd0, 0xb9, 0xfa, 0xa1, 0xa3]) },
    says: ['g.txt', 'utf-8'],
  },
  { name: 'unknown id', args: ['parse', 'hubie'], says: ['"hubie"', 'Did you mean hubei'] },
  {
    name: 'wrong field of a head',
    args: ['parse', 'h.txt'],
    files: { 'h.txt': BAD_HEAD },
    says: ['h.txt:4', 'level'],
  },
  {
    name: 'theme file that does not parse',
    args: ['themes', 'a', '--corpus', 'mine'],
    files: {
      'mine/corpus.yaml': CORPUS_FILE,
      'mine/a.txt': GOOD,
      'mine/themes/x.yaml': 'id: x\nlabels: {zh: 某, en: [\n',
    },
    says: [/mine\/themes\/x\.yaml:\d+/],
  },
  {
    name: 'document of the corpus that is not there',
    args: ['corpus', 'list', '--corpus', 'mine'],
    files: { 'mine/corpus.yaml': CORPUS_FILE },
    says: ['mine/corpus.yaml:1', 'a.txt'],
  },
  {
    name: 'document outside the corpus',
    args: ['corpus', 'list', '--corpus', 'mine'],
    files: { 'mine/corpus.yaml': 'documents:\n  - ../a.txt\naliases: {}\n', 'a.txt': GOOD },
    says: ['mine/corpus.yaml:2', 'outside'],
  },
  {
    name: 'no corpus',
    args: ['corpus', 'list', '--corpus', 'nowhere'],
    says: ['nowhere', 'corpus.yaml'],
  },
  {
    name: 'unknown theme',
    args: ['themes', 'hubei', '--theme', 'housng'],
    says: ['Did you mean housing'],
  },
  {
    name: 'wrong format',
    args: ['parse', 'hubei', '-f', 'xml'],
    says: ['"xml"', 'terminal, json'],
  },
  { name: 'wrong language', args: ['parse', 'hubei', '--lang', 'fr'], says: ['"fr"', '--lang'] },
  {
    name: 'wrong colour',
    args: ['parse', 'hubei', '--color', 'blue'],
    says: ['"blue"', '--color'],
  },
  { name: 'wrong width', args: ['parse', 'hubei', '--width', 'wide'], says: ['"wide"', '--width'] },
  { name: 'too narrow', args: ['parse', 'hubei', '--width', '3'], says: ['"3"', '20'] },
  { name: 'wrong level', args: ['parse', 'hubei', '--level', 'town'], says: ['"town"', 'county'] },
  { name: 'wrong shell', args: ['completion', 'tcsh'], says: ['"tcsh"', 'bash, zsh, fish'] },
  { name: 'unknown schema', args: ['schema', 'forest'], says: ['"forest"', 'tree'] },
  { name: 'unknown command', args: ['coverge'], says: ['"coverge"', 'Did you mean "coverage"'] },
  {
    name: 'unknown command of a command',
    args: ['corpus', 'lst'],
    says: ['"lst"', 'Did you mean "list"'],
  },
  {
    name: 'unknown option',
    args: ['parse', 'hubei', '--dept', '1'],
    says: ['"--dept"', '"--depth"'],
  },
  {
    name: 'option without a value',
    args: ['parse', 'hubei', '--depth'],
    says: ['--depth', 'value'],
  },
  { name: 'missing argument', args: ['parse'], says: ['"doc"', 'missing'] },
  { name: 'too many arguments', args: ['parse', 'hubei', 'wuhan'], says: ['Too many'] },
  { name: 'missing side', args: ['coverage', 'hubei'], says: ['duibiao coverage --help'] },
  {
    name: 'output into a folder that is not there',
    args: ['schema', 'tree', '-o', 'no/tree.json'],
    says: ['no folder "no"', 'no/tree.json'],
  },
  {
    name: 'output onto a folder',
    args: ['schema', 'tree', '-o', 'sub'],
    files: { 'sub/x.txt': '字' },
    says: ['"sub"', 'written'],
  },
];

async function inWorld(row: Row, world: World = {}) {
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
    expect(ran.err).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  it.each(ROWS)('$name, in Chinese', async (row) => {
    const { ran } = await inWorld(row, { env: { LANG: 'zh_CN.UTF-8' } });
    expect(ran.code).toBe(2);
    const lines = ran.err.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^错误[:：]/);
    expect(lines[1]).toMatch(/^建议[:：]/);
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
