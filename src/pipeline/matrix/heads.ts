/** Heads of files that are no documents of a corpus: read once, kept beside the results. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MatrixFault, MatrixPaper } from '../../model/index.js';
import { contentKey } from '../../text/index.js';
import { forEachAtOnce } from './at-once.js';
import { checkedLine, isWhole } from './checked-line.js';
import type { Paper, PaperFile } from './collection.js';
import type { Crew } from './crew.js';

interface ReadHeads {
  readonly papers: readonly Paper[];
  readonly faults: readonly MatrixFault[];
}

/**
 * Papers of some files, in their order, their ids apart; what cannot be read is told of.
 *
 * *In* `folder` keeps what was read for the next run; `tell` is called with each file.
 */
export async function readHeads(
  files: readonly PaperFile[],
  crew: Crew,
  folder: string,
  tell: (done: number) => void,
): Promise<ReadHeads> {
  const path = join(folder, 'papers.ndjson');
  const heads = keptHeads(path);
  const faults: MatrixFault[] = [];
  let done = 0;
  await forEachAtOnce(files, crew.jobs * 2, async (file) => {
    if (!heads.has(file.key)) {
      const found = await crew.head(file);
      if (found.kind === 'failed') faults.push({ path: file.path, why: found.why });
      else {
        heads.set(file.key, found.value);
        appendFileSync(path, checkedLine({ key: file.key, head: found.value }));
      }
    }
    done += 1;
    tell(done);
  });
  const papers = files.flatMap((file): Paper[] => {
    const head = heads.get(file.key);
    return head === undefined ? [] : [{ ...head, ...file }];
  });
  return {
    papers: withIdsApart(papers),
    faults: faults.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

function keptHeads(path: string): Map<string, MatrixPaper> {
  const heads = new Map<string, MatrixPaper>();
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // What a killed run was writing has no end of line: it is read anew.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) appendFileSync(path, '\n');
  for (const line of whole.split('\n')) {
    const found = parsed(line);
    if (found !== undefined) heads.set(found.key, found.head);
  }
  return heads;
}

/** *Out* absent for a line that is not as it was written. */
function parsed(line: string): { key: string; head: MatrixPaper } | undefined {
  if (!isWhole(Buffer.from(line))) return undefined;
  return JSON.parse(line) as { key: string; head: MatrixPaper };
}

/** Papers whose texts give them one id are told apart by their places. */
function withIdsApart(papers: readonly Paper[]): Paper[] {
  const counts = new Map<string, number>();
  for (const { id } of papers) counts.set(id, (counts.get(id) ?? 0) + 1);
  return papers.map((paper) =>
    counts.get(paper.id) === 1
      ? paper
      : { ...paper, id: `${paper.id}-${contentKey(paper.path).slice(0, 8)}` },
  );
}
