import type {
  Alignment,
  ClauseTrace,
  DocumentUnits,
  MatrixLink,
  PairFigures,
  SentenceLink,
  SentenceUnit,
  TargetPair,
  TargetShift,
  Theme,
  ThemeShare,
} from '../../model/index.js';
import { rounded, valueAt } from '../../text/index.js';
import { isAbout, type LabelsByUnit } from '../coverage/analyse.js';
import { clauseCounter } from '../coverage/clauses.js';
import { dice } from '../shared/dice.js';

/** What figures of a pair are made from. */
interface PairParts {
  readonly alignment: Alignment;
  /** Labels of the upper paper's sentences. */
  readonly labels: LabelsByUnit;
  readonly themes: readonly Pick<Theme, 'id'>[];
  readonly targets: readonly TargetPair[];
}

/**
 * The figures of one pair of papers: what `align`, `coverage` and `targets` say of it, in one row.
 *
 * *Cost*: linear in sentences, labels and links.
 */
export function pairFigures({ alignment, labels, themes, targets }: PairParts): PairFigures {
  const above = sentencesOf(alignment.upstream.documents);
  const counter = clauseCounter(alignment.clauses);
  const whole = counter(above);
  const links = sentenceLinks(alignment);
  const of = (relation: SentenceLink['relation']): number =>
    links.filter((link) => link.relation === relation).length;
  const shifted = (shift: TargetShift): number =>
    targets.filter((target) => target.shift === shift).length;
  return {
    ...shareOf(whole),
    error: rounded(whole?.expectedError ?? 0),
    ...sharesBelow(alignment),
    verbatim: of('verbatim'),
    adapted: of('adapted'),
    paraphrased: of('paraphrased'),
    doubtful: links.filter(({ doubtful }) => doubtful).length,
    raised: shifted('raised'),
    lowered: shifted('lowered'),
    earlier: shifted('earlier'),
    later: shifted('later'),
    doubtsAbove: doubtsOf(alignment.upstream.documents),
    doubtsBelow: doubtsOf(alignment.downstream.documents),
    themes: Object.fromEntries(
      themes.flatMap(({ id }): [string, ThemeShare][] => {
        const own = above.filter((unit) => isAbout(labels, unit.id, id, 1));
        const share = shareOf(counter(own));
        return share.clauses > 0 ? [[id, share]] : [];
      }),
    ),
  };
}

function shareOf(counted: ReturnType<ReturnType<typeof clauseCounter>>): ThemeShare {
  if (counted === undefined) return { clauses: 0, carried: 0 };
  const { carried, partly, missing } = counted.counts;
  return { clauses: carried + partly + missing, carried: carried + partly / 2 };
}

function sharesBelow({ clauses }: Alignment): Pick<PairFigures, 'clausesBelow' | 'taken'> {
  const all = (clauses?.downstream ?? []).flatMap((sentence) => sentence.clauses);
  const taken = all.filter(({ state }) => state === 'carried').length;
  return { clausesBelow: all.filter(({ state }) => state !== 'none').length, taken };
}

/** One entry a sentence link, in downstream, then upstream order. */
export function pairLinks(alignment: Alignment): MatrixLink[] {
  const [above, below] = [alignment.upstream, alignment.downstream].map(({ documents }) => ({
    units: new Map(sentencesOf(documents).map((unit) => [unit.id, unit])),
    sections: new Map(
      documents.flatMap(({ sections }) => sections.map((s) => [s.id, s.label + s.heading])),
    ),
  }));
  if (above === undefined || below === undefined) return [];
  const end = ({ units, sections }: typeof above, ids: readonly string[]) => {
    const own = ids.map((id) => valueAt(units, id));
    return {
      id: ids.join(' '),
      text: own.map(({ text }) => text).join(''),
      section: sections.get(own[0]?.section ?? '') ?? '',
    };
  };
  return sentenceLinks(alignment).map(({ upstream, downstream, relation, score, doubtful }) => {
    const [up, down] = [end(above, upstream), end(below, downstream)];
    return {
      upstream: up.id,
      downstream: down.id,
      sectionAbove: up.section,
      sectionBelow: down.section,
      textAbove: up.text,
      textBelow: down.text,
      relation,
      score: rounded(score),
      doubtful,
    };
  });
}

/** Shorter clauses (加强组织领导) stand in every paper: that two have one says nothing of where it comes from. */
const TELLING_LENGTH = 10;
/** Half of the bigrams in common: the line from which two wordings are taken for one. */
const SAME_CLAUSE = 0.5;

/** Clauses of the upper paper that stand below in nearly the same words: where a wording went. */
export function clauseTraces(alignment: Alignment): ClauseTrace[] {
  const { clauses } = alignment;
  if (clauses === undefined) return [];
  const above = sentencesOf(alignment.upstream.documents);
  const below = sentencesOf(alignment.downstream.documents);
  const texts = new Map(above.map((unit, index) => [unit.id, { index, text: unit.text }]));
  const places = new Map(below.map((unit, index) => [unit.id, { index, text: unit.text }]));
  const cut = new Map(clauses.downstream.map(({ unit, clauses: own }) => [unit, own]));
  return clauses.upstream.flatMap(({ unit, clauses: own }) => {
    const { index, text } = valueAt(texts, unit);
    return own.flatMap((clause): ClauseTrace[] => {
      const wording = bare(text.slice(clause.start, clause.end));
      if (clause.state === 'missing' || clause.state === 'none') return [];
      if (wording.length < TELLING_LENGTH) return [];
      const found = clause.by.flatMap((id) => {
        const place = valueAt(places, id);
        return (cut.get(id) ?? []).map(({ start, end }) => ({
          index: place.index,
          start,
          likeness: dice(wording, bare(place.text.slice(start, end))),
        }));
      });
      const best = found.reduce(better, { index: -1, start: 0, likeness: 0 });
      if (best.likeness < SAME_CLAUSE) return [];
      return [[index, clause.start, best.index, best.start, rounded(best.likeness, 2)]];
    });
  });
}

interface FoundClause {
  readonly index: number;
  readonly start: number;
  readonly likeness: number;
}

function better(a: FoundClause, b: FoundClause): FoundClause {
  return b.likeness > a.likeness ? b : a;
}

/** Signs alone do not tell wordings apart. */
function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function sentenceLinks({ links }: Alignment): SentenceLink[] {
  return links.filter((link): link is SentenceLink => link.grain === 'sentence');
}

function sentencesOf(documents: readonly DocumentUnits[]): SentenceUnit[] {
  return documents.flatMap(({ sentences }) => sentences);
}

function doubtsOf(documents: readonly DocumentUnits[]): PairFigures['doubtsAbove'] {
  return [...new Set(documents.flatMap(({ quality }) => quality?.doubts ?? []))];
}
