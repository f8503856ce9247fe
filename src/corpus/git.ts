import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { type Phrase, phrase } from '../messages/index.js';
import { itemAt, UserError } from '../text/index.js';

/** A folder of a git repository at a revision. */
interface GitFolder {
  /** Root of the repository. */
  readonly root: string;
  /** The folder from the root, `/`-separated; `''` for the root itself. */
  readonly path: string;
  /** Commits that revisions were found to stand for, so that every question is about the same one. */
  readonly commits: Map<string, Promise<string>>;
}

/** Largest list of files or file taken from git: a corpus of thousands of documents is well below. */
const MOST_BYTES = 512 * 2 ** 20;

/** The repository a folder lies in. Errors: `cli/usage` where there is none. */
export async function gitFolder(folder: string): Promise<GitFolder> {
  const said = async (what: string): Promise<string> =>
    (await git(folder, ['rev-parse', what])).toString('utf8').trim();
  const [root, prefix] = await Promise.all([said('--show-toplevel'), said('--show-prefix')]);
  return { root, path: prefix.replace(/\/$/, ''), commits: new Map() };
}

/**
 * Write the files that a folder had at a revision below `into`. The work tree, the index and the repository stay as they are.
 *
 * Out: how many files there were; 0 where the revision has no such folder.
 * Errors: `cli/bad-value` for a revision git does not know.
 */
export async function extractRevision(
  folder: GitFolder,
  revision: string,
  into: string,
): Promise<number> {
  const commit = await commitOf(folder, revision);
  const spec = folder.path === '' ? [] : ['--', folder.path];
  const listed = await git(folder.root, ['ls-tree', '-r', '-z', '--full-tree', commit, ...spec]);
  const entries = listed
    .toString('utf8')
    .split('\0')
    .flatMap((entry) => {
      const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
      return id === undefined || path === undefined ? [] : [{ id, path }];
    });
  const blobs = await readBlobs(
    folder.root,
    entries.map(({ id }) => id),
  );
  for (const [i, { path }] of entries.entries()) {
    const inside = folder.path === '' ? path : path.slice(folder.path.length + 1);
    const target = resolve(into, inside);
    if (!target.startsWith(resolve(into) + sep)) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, itemAt(blobs, i));
  }
  return entries.length;
}

/** A file of the repository at a revision; `undefined` where it was not there. */
export async function fileAtRevision(
  folder: GitFolder,
  revision: string,
  path: string,
): Promise<string | undefined> {
  const commit = await commitOf(folder, revision);
  const inside = relative(folder.root, path).split(sep).join('/');
  const found = await git(folder.root, ['ls-tree', '-z', '--full-tree', commit, '--', inside]);
  if (found.length === 0) return undefined;
  return (await git(folder.root, ['show', `${commit}:${inside}`])).toString('utf8');
}

/** Files below the folder that differ between the revision and the work tree, new ones included; from the folder. */
export async function changedSince(folder: GitFolder, revision: string): Promise<string[]> {
  const commit = await commitOf(folder, revision);
  const spec = folder.path === '' ? [] : ['--', folder.path];
  const fresh = ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ...spec];
  const names = await Promise.all([
    git(folder.root, ['diff', '--name-only', '-z', '--no-renames', commit, ...spec]),
    git(folder.root, fresh),
  ]);
  const cut = folder.path === '' ? 0 : folder.path.length + 1;
  return [...new Set(names.flatMap(split).map((name) => name.slice(cut)))].sort();
}

/**
 * The commit to compare with: where the work tree's branch left the revision, so that what others did on it meanwhile
 * is not held against this one; the revision itself where histories do not meet (a shallow clone).
 */
async function commitOf({ root, commits }: GitFolder, revision: string): Promise<string> {
  const known = commits.get(revision) ?? findCommit(root, revision);
  commits.set(revision, known);
  return known;
}

async function findCommit(root: string, revision: string): Promise<string> {
  const named = await git(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]).catch(async (error) => {
    throw await unknownRevision(root, revision, error);
  });
  const commit = named.toString('utf8').trim();
  const base = await git(root, ['merge-base', 'HEAD', commit]).catch(() => named);
  return base.toString('utf8').trim();
}

/** Why a revision is not to be had: nothing is committed, the history is cut short, or there is none of that name. */
async function unknownRevision(root: string, revision: string, cause: unknown): Promise<Error> {
  const asked = async (...args: string[]): Promise<string | undefined> =>
    git(root, args).then(
      (out) => out.toString('utf8').trim(),
      () => undefined,
    );
  const failed = (problem: Phrase): Error =>
    new UserError('cli/usage', { problem, command: 'check ' }, { cause });
  const newest = await asked('rev-list', '-n', '1', '--all');
  if (newest === undefined) return failed(phrase('git/damaged'));
  if (newest === '') return failed(phrase('git/no-commits'));
  if ((await asked('rev-parse', '--is-shallow-repository')) === 'true')
    return failed(phrase('git/shallow', { ref: revision }));
  const allowed = phrase('allowed/revision');
  return new UserError('cli/bad-value', { value: revision, option: '--since', allowed }, { cause });
}

function split(list: Buffer): string[] {
  return list
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '');
}

/** Contents of blobs in one run of git: a process each would take minutes for a large corpus. */
async function readBlobs(root: string, ids: readonly string[]): Promise<Buffer[]> {
  if (ids.length === 0) return [];
  const out = await git(root, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  const blobs: Buffer[] = [];
  let at = 0;
  for (const id of ids) {
    const lineEnd = out.indexOf(10, at);
    const size = Number(/ blob (\d+)$/.exec(out.toString('utf8', at, lineEnd))?.[1]);
    if (!Number.isInteger(size)) throw new Error(`git has no blob ${id}`);
    blobs.push(out.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + 1 + size + 1;
  }
  return blobs;
}

/** Run git. Its configuration can not start programs here: no hooks, no pager, no external diff are used by these commands. */
function git(cwd: string, args: readonly string[], input?: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = execFile(
      'git',
      ['--no-pager', '--literal-pathspecs', ...args],
      {
        cwd,
        encoding: 'buffer',
        maxBuffer: MOST_BYTES,
        // What git says is told apart by its words.
        env: { ...process.env, LC_ALL: 'C' },
      },
      (error, stdout, stderr) => {
        if (error === null) done(stdout);
        else fail(failure(error, stderr.toString('utf8')));
      },
    );
    if (input !== undefined) child.stdin?.end(input);
  });
}

function failure(error: Error, stderr: string): Error {
  const problem = problemOf(error, stderr);
  return new UserError('cli/usage', { problem, command: 'check ' }, { cause: error });
}

function problemOf(error: Error, stderr: string): Phrase {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return phrase('git/not-installed');
  const known = SAID.find(([said]) => said.test(stderr));
  if (known !== undefined) return known[1];
  const { code } = error as { readonly code?: number | string };
  return phrase('git/failed', { code: code ?? '?' });
}

/** What git says of what a user can mend; nothing of it is handed on as it is. */
const SAID: readonly (readonly [RegExp, Phrase])[] = [
  [/not a git repository/, phrase('git/no-repository')],
  [/dubious ownership/, phrase('git/other-owner')],
  [/must be run in a work tree/, phrase('git/bare')],
  [/[Pp]ermission denied/, phrase('git/denied')],
  [
    /bad object|unable to read|loose object|promisor|missing blob|corrupt|object file .{0,300} is empty/,
    phrase('git/damaged'),
  ],
];
