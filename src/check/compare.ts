import { SENTENCE_RELATIONS, type SentenceRelation } from '../model/index.js';
import { itemAt } from '../text/index.js';
import { coverageDrops, coverageShifts } from './coverage-drops.js';
import { figureFindings } from './edited-figures.js';
import { type AtEdit, type Edit, type Edits, findEdits, placeOf, quote } from './edits.js';
import { linePlace } from './place.js';
import { pairName } from './snapshot.js';
import type {
  AboutFinding,
  CorpusState,
  CoverageShift,
  LinkFact,
  PairFacts,
  RawFinding,
  Snapshot,
} from './types.js';

/** What an edit did to links and coverage. */
export interface Comparison {
  readonly findings: readonly AboutFinding[];
  readonly shifts: readonly CoverageShift[];
}

type OldPair = Snapshot['pairs'][number];

/**
 * Compare a state with an earlier one, both measured alike. Without one: only what coverage is now.
 * Of themes in `moved`, which were measured otherwise then, a lower figure says nothing about the texts.
 */
export function compareStates(
  before: Snapshot | undefined,
  after: CorpusState,
  moved: ReadonlySet<string> = new Set(),
): Comparison {
  const shifts = coverageShifts(before, after);
  if (before === undefined) return { findings: [], shifts };
  const edits = findEdits(before, after.documents);
  const now = new Map(after.pairs.map((pair) => [pairName(pair), pair]));
  const findings = before.pairs.flatMap((old) => {
    const name = pairName(old);
    const pair = now.get(name);
    const found = pair === undefined ? [pairRemoved(old, after)] : linkFindings(old, pair, edits);
    return found.map((finding) => ({ ...finding, subject: name }));
  });
  const falls = coverageDrops({ before, after, edits, shifts }).filter(
    ({ theme }) => !moved.has(theme),
  );
  const told = new Set(findings.filter(({ rule }) => rule === 'number-changed').map(lineOf));
  const figures = figureFindings(edits).filter((finding) => !told.has(lineOf(finding)));
  return { findings: [...findings, ...figures, ...falls.map(({ finding }) => finding)], shifts };
}

const lineOf = ({ path, place }: Pick<RawFinding, 'path' | 'place'>): string =>
  `${path}:${place.line}`;

function pairRemoved(old: OldPair, after: CorpusState): RawFinding {
  const pair = pairName(old);
  return {
    rule: 'pair-removed',
    path: after.corpusPath,
    place: linePlace(1),
    params: { pair },
    key: pair,
  };
}

export const rankOf = (relation: SentenceRelation): number => SENTENCE_RELATIONS.indexOf(relation);
const couple = (up: string, down: string): string => `${up} ${down}`;

/** The closest relation of every two sentences that are linked. */
export function couples(links: readonly LinkFact[]): Map<string, SentenceRelation> {
  const best = new Map<string, SentenceRelation>();
  for (const { upstream, downstream, relation } of links)
    for (const up of upstream)
      for (const down of downstream) {
        const key = couple(up, down);
        const known = best.get(key);
        if (known === undefined || rankOf(relation) < rankOf(known)) best.set(key, relation);
      }
  return best;
}

/** Links between unedited sentences that have to move, by number and as a share of the pair's, to be told. */
const LEAST_DRIFT = 3;
const LEAST_DRIFT_SHARE = 0.03;

function linkFindings(old: OldPair, pair: PairFacts, edits: Edits): RawFinding[] {
  const linked = couples(pair.links);
  const kept = new Set<string>();
  const drift = { lost: 0, weakened: 0, gained: 0 };
  const findings = old.links.flatMap((link): RawFinding[] => {
    const fates = link.upstream.flatMap((up) =>
      link.downstream.map((down) => fateOf({ up, down, before: link.relation }, linked, edits)),
    );
    for (const fate of fates) if (fate.key !== undefined) kept.add(fate.key);
    const lost = fates.filter((fate) => fate.relation === undefined);
    const weak = fates.filter((fate) => fate.relation !== undefined && fate.weakened);
    const edited = (list: typeof fates) => list.find((fate) => fate.edits.length > 0);
    const worst = edited(lost) ?? edited(weak);
    const numbers = fates.flatMap((fate) => numberFinding(old, fate, edits)).slice(0, 1);
    // A changed figure alone makes a verbatim link adapted: the figure is what there is to say.
    const byFigure = numbers.length > 0 && link.relation === 'verbatim';
    if (worst !== undefined && !(byFigure && worst.relation === 'adapted'))
      return [
        worst.relation === undefined
          ? lostFinding(old, worst, edits)
          : weakFinding(old, worst, { before: link.relation, after: worst.relation }, edits),
      ];
    if (numbers.length > 0) return numbers;
    drift.lost += lost.length > 0 ? 1 : 0;
    drift.weakened += lost.length === 0 && weak.length > 0 ? 1 : 0;
    return [];
  });
  for (const link of pair.links) {
    const fresh = [...link.upstream, ...link.downstream].some((key) => edits.fresh.has(key));
    const keys = link.upstream.flatMap((up) => link.downstream.map((down) => couple(up, down)));
    if (keys.some((key) => kept.has(key))) continue;
    if (fresh) findings.push(gainedFinding(pair, link, edits));
    else drift.gained += 1;
  }
  // What only came to correspond elsewhere takes nothing from anybody, and a link or two give way with any edit.
  const moved = drift.lost + drift.weakened;
  if (moved >= Math.max(LEAST_DRIFT, LEAST_DRIFT_SHARE * old.links.length))
    findings.push(driftFinding(pair, drift, edits));
  return findings;
}

/** What became of two linked sentences. */
interface Fate {
  readonly up: string;
  readonly down: string;
  /** The two sentences as they are now, where both are. */
  readonly key?: string;
  /** Absent: no longer linked. */
  readonly relation?: SentenceRelation;
  readonly weakened: boolean;
  readonly edits: readonly { readonly side: 'upstream' | 'downstream'; readonly edit: Edit }[];
}

function fateOf(
  { up, down, before }: Pick<Fate, 'up' | 'down'> & { readonly before: SentenceRelation },
  linked: ReadonlyMap<string, SentenceRelation>,
  edits: Edits,
): Fate {
  const [upEdit, downEdit] = [edits.gone.get(up), edits.gone.get(down)];
  const own = [
    ...(downEdit === undefined ? [] : [{ side: 'downstream' as const, edit: downEdit }]),
    ...(upEdit === undefined ? [] : [{ side: 'upstream' as const, edit: upEdit }]),
  ];
  const upNow = upEdit === undefined ? up : upEdit.becomes;
  const downNow = downEdit === undefined ? down : downEdit.becomes;
  if (upNow === undefined || downNow === undefined)
    return { up, down, weakened: false, edits: own };
  const key = couple(upNow, downNow);
  const relation = linked.get(key);
  if (relation === undefined) return { up, down, key, weakened: false, edits: own };
  return { up, down, key, relation, weakened: rankOf(relation) > rankOf(before), edits: own };
}

const CAUSES = {
  edited: { en: 'sentence was edited', zh: '句被修改' },
  deleted: { en: 'sentence was deleted', zh: '句被删除' },
  'document-removed': { en: 'document was removed', zh: '文件被移除' },
} as const;
const SIDES = {
  upstream: { en: 'the upstream', zh: '上位' },
  downstream: { en: 'the downstream', zh: '下位' },
} as const;

function causes(fate: Fate): { cause: string; causeZh: string } {
  const say = (language: 'en' | 'zh'): string[] =>
    fate.edits.map(({ side, edit }) =>
      language === 'en'
        ? `${SIDES[side].en} ${CAUSES[edit.type].en}`
        : `${SIDES[side].zh}${CAUSES[edit.type].zh}`,
    );
  return { cause: say('en').join(' and '), causeZh: say('zh').join('、') };
}

function atEdit(fate: Fate): AtEdit {
  return placeOf(itemAt(fate.edits, 0).edit);
}

function lostFinding(pair: OldPair, fate: Fate, edits: Edits): RawFinding {
  return {
    rule: 'link-lost',
    ...atEdit(fate),
    params: {
      pair: pairName(pair),
      upstream: quote(edits.then.get(fate.up)?.text),
      downstream: quote(edits.then.get(fate.down)?.text),
      ...causes(fate),
    },
    key: couple(fate.up, fate.down),
  };
}

/** A number both sentences had, and no longer both have: a target has drifted from the one above. */
function numberFinding(pair: OldPair, fate: Fate, edits: Edits): RawFinding[] {
  if (fate.key === undefined || fate.relation === undefined || fate.edits.length === 0) return [];
  const shared = (up: readonly string[] = [], down: readonly string[] = []): string[] =>
    up.filter((number) => down.includes(number));
  const [upNow, downNow] = fate.key.split(' ').map((key) => edits.now.get(key)?.numbers);
  const before = shared(edits.then.get(fate.up)?.numbers, edits.then.get(fate.down)?.numbers);
  const after = shared(upNow, downNow);
  const gone = before.filter((number) => !after.includes(number));
  if (gone.length === 0) return [];
  return [
    {
      rule: 'number-changed',
      ...atEdit(fate),
      params: {
        pair: pairName(pair),
        numbers: [...new Set(gone)].join('、'),
        upstream: quote(edits.then.get(fate.up)?.text),
        downstream: quote(edits.then.get(fate.down)?.text),
      },
      key: `${couple(fate.up, fate.down)} ${gone.join(' ')}`,
    },
  ];
}

const RELATIONS_ZH = { verbatim: '照搬', adapted: '改写', paraphrased: '转述' } as const;

function weakFinding(
  pair: OldPair,
  fate: Fate,
  { before, after }: { readonly before: SentenceRelation; readonly after: SentenceRelation },
  edits: Edits,
): RawFinding {
  return {
    rule: 'link-weakened',
    ...atEdit(fate),
    params: {
      pair: pairName(pair),
      upstream: quote(edits.then.get(fate.up)?.text),
      downstream: quote(edits.then.get(fate.down)?.text),
      before,
      after,
      beforeZh: RELATIONS_ZH[before],
      afterZh: RELATIONS_ZH[after],
      ...causes(fate),
    },
    key: `${couple(fate.up, fate.down)} ${after}`,
  };
}

function gainedFinding(pair: PairFacts, link: LinkFact, edits: Edits): RawFinding {
  const [up, down] = [itemAt(link.upstream, 0), itemAt(link.downstream, 0)];
  const fresh = [...link.downstream, ...link.upstream].find((key) => edits.fresh.has(key));
  const unit = fresh === undefined ? undefined : edits.now.get(fresh);
  return {
    rule: 'link-gained',
    path: unit?.path ?? '',
    place: unit?.place ?? linePlace(1),
    ...(unit !== undefined && { document: unit.document }),
    ...(unit?.section !== undefined && { section: unit.section }),
    params: {
      pair: pairName(pair),
      upstream: quote(edits.now.get(up)?.text),
      downstream: quote(edits.now.get(down)?.text),
    },
    key: couple(up, down),
  };
}

function driftFinding(
  pair: PairFacts,
  drift: { lost: number; weakened: number; gained: number },
  edits: Edits,
): RawFinding {
  const document = pair.downstream.documents[0];
  const unit = [...edits.now.values()].find((item) => item.document === document);
  return {
    rule: 'link-drift',
    path: unit?.path ?? '',
    place: linePlace(1),
    ...(document !== undefined && { document }),
    params: { pair: pairName(pair), ...drift },
    key: `${pairName(pair)} ${drift.lost} ${drift.weakened} ${drift.gained}`,
  };
}
