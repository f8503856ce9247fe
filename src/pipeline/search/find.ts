/** Where a passage stands in a corpus, in its own words and in others. */
import { likestSentences } from '../../align/index.js';
import type { FoundPassage, FoundView } from '../../findings/index.js';
import type { DocumentUnits, Level, SentenceUnit } from '../../model/index.js';
import { distinctKeys, keysOf, rankPassages } from '../../search/index.js';
import { sentenceEnds } from '../../segment/index.js';
import { EMPTY_MAPPED, UserError } from '../../text/index.js';
import { preparePaper } from '../papers.js';
import { simplifierFor } from '../traditional.js';
import type { Workspace } from '../workspace.js';
import { textsIn } from './corpus-texts.js';
import { indexedConcepts, openIndex, withLive } from './open-index.js';
import { readIndexed } from './read-indexed.js';

export interface FindPassageOptions {
  /** A corpus or any folder of papers; without it the workspace's corpus. */
  readonly folder?: string | undefined;
  /** Only papers of these levels. */
  readonly from?: ReadonlySet<Level> | undefined;
  /** Most places that are given; default 10. */
  readonly limit?: number | undefined;
}

export interface FindPassageResult extends FoundView {
  /** The index was damaged and has been made anew. */
  readonly mended: boolean;
}

const USUAL_LIMIT = 10;
/** Papers looked through: those whose blocks hold most of the passage. */
const PAPERS = 15;
/** Places of one paper, and how much they must say of the passage: below a quarter it is chance. */
const WANTED = { most: 3, least: 0.25 };

/**
 * A passage across a corpus: the sentences that say the most of it, in whatever words, the likest first.
 *
 * *Errors*: `search/no-folder`, `search/no-papers`; `search/no-text` for less than three characters.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { places } = await findPassage(ws, '加快城镇老旧小区改造', { limit: 3 });
 */
export async function findPassage(
  ws: Workspace,
  text: string,
  { folder, from, limit = USUAL_LIMIT }: FindPassageOptions = {},
): Promise<FindPassageResult> {
  const simplify = (await simplifierFor(text)) ?? ((own: string): string => own);
  if (keysOf(simplify(text)).length === 0) throw new UserError('search/no-text', { text });
  const searched = textsIn(ws, folder);
  const keys = distinctKeys(keysOf(simplify(text), indexedConcepts(ws)));
  const index = await openIndex(ws, searched, keys);
  const factorOf = withLive(index, ({ level }) =>
    from === undefined || (level !== undefined && from.has(level)) ? 1 : 0,
  );
  const ranked = rankPassages(index.volumes, keys, { most: PAPERS, factorOf });
  const asked = await preparePaper(ws, { name: 'text', documents: [unitsOfText(text)] });
  const places: FoundPassage[] = [];
  for (const { document } of ranked) {
    const units = await readIndexed(ws, index.root, document);
    if (units === undefined) continue;
    const { prepared } = await preparePaper(ws, { name: document.id, documents: [units] });
    const like = likestSentences(prepared, asked.prepared, ws.alignOptions().parameters, WANTED);
    const sentences = new Map(units.sentences.map((unit) => [unit.id, unit]));
    for (const { unit: id, relation, likeness } of like) {
      const unit = sentences.get(id);
      if (unit !== undefined)
        places.push({ path: document.path, document: units, unit, relation, score: likeness });
    }
  }
  return {
    text,
    places: nearestPlaces(places).slice(0, limit),
    papers: index.live.size,
    left: index.left,
    mended: index.mended,
  };
}

/** The likest first; a sentence once. */
function nearestPlaces(places: readonly FoundPassage[]): FoundPassage[] {
  const seen = new Set<string>();
  return [...places]
    .sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .filter(({ path, unit }) => {
      const key = `${path} ${unit.id}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** A passage as a document of its own, without sections. */
function unitsOfText(text: string): DocumentUnits {
  const plain = text.trim().replaceAll(/(?<!\s)\s*\n\s*/g, '');
  let start = 0;
  const sentences = sentenceEnds(plain).map((end, i): SentenceUnit => {
    const own = plain.slice(start, end);
    const span = { start, end };
    start = end;
    const id = `text/0.${i + 1}`;
    const content = { ...EMPTY_MAPPED, text: own };
    return {
      ...{ kind: 'sentence', id, documentId: 'text', paragraph: 'text/0', text: own },
      ...{ markerLength: 0, heading: false, span, content },
    };
  });
  const head = { id: 'text', title: '', subtitles: [], kind: 'other' as const };
  return { head, sections: [], sentences };
}
