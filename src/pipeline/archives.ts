/** Names that lead into files: `a.zip#inner.docx`, `compendium.txt#id`, `a.zip#inner.txt#id`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { zipPapersOf } from '../ingest/index.js';

/** A name taken apart. */
interface FileName {
  readonly path: string;
  /** A paper inside an archive. */
  readonly member?: string;
  /** A document of a compendium. */
  readonly id?: string;
}

/** What a name says, by the files that are there. */
export async function takeApart(cwd: string, name: string): Promise<FileName> {
  const last = name.lastIndexOf('#');
  if (last < 0 || existsSync(resolve(cwd, name))) return { path: name };
  for (let at = name.indexOf('#'); at >= 0; at = name.indexOf('#', at + 1)) {
    const path = name.slice(0, at);
    const inside = existsSync(resolve(cwd, path))
      ? await zipPapersOf(resolve(cwd, path))
      : undefined;
    if (inside !== undefined) return { path, ...memberOf(inside, name.slice(at + 1)) };
  }
  return { path: name.slice(0, last), id: name.slice(last + 1) };
}

function memberOf(
  { papers, others }: { readonly papers: readonly string[]; readonly others: readonly string[] },
  rest: string,
): Omit<FileName, 'path'> {
  const last = rest.lastIndexOf('#');
  const known = [...papers, ...others];
  if (last < 0 || known.includes(rest) || !known.includes(rest.slice(0, last)))
    return { member: rest };
  return { member: rest.slice(0, last), id: rest.slice(last + 1) };
}

/** Names of files, an archive for each paper in it; `left`: what is inside and in no format that is read. */
export async function unpackNames(
  cwd: string,
  names: readonly string[],
): Promise<{ readonly names: readonly string[]; readonly left: readonly string[] }> {
  const all: string[] = [];
  const left: string[] = [];
  for (const name of names) {
    const inside = name === '-' ? undefined : await zipPapersOf(resolve(cwd, name));
    if (inside === undefined || inside.papers.length === 0) all.push(name);
    else {
      all.push(...inside.papers.map((paper) => `${name}#${paper}`));
      left.push(...inside.others.map((other) => `${name}#${other}`));
    }
  }
  return { names: all, left };
}
