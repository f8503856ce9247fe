import type {
  Alignment,
  DocumentUnits,
  PhraseLexicon,
  Report,
  ReportHead,
  ReportPair,
  ReportSection,
  ReportSide,
  ReportUnit,
  SentenceRelation,
  Side,
  Target,
  Theme,
} from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { bodiesByUnit } from '../bodies/analyse.js';
import { briefOf } from '../brief/analyse.js';
import { type Division, elsewhereOf } from '../brief/elsewhere.js';
import type { CompiledCommitment } from '../commitment/analyse.js';
import { compareCommitment } from '../commitment/shifts.js';
import { compareSides } from '../comparison/analyse.js';
import type { ComparisonTools } from '../comparison/pair-rows.js';
import type { ComparisonScope, RowFilters } from '../comparison/scope.js';
import { coverage, type LabelsByUnit } from '../coverage/analyse.js';
import { sectionMatrix } from '../coverage/matrix.js';
import { createPhraseIndex, findPhrases } from '../phrases/analyse.js';
import { extractTargets } from '../targets/analyse.js';
import { compareTargets } from '../targets/compare.js';
import type { CompiledTargets } from '../targets/lexicon.js';
import { addressers } from './address.js';
import { rowsInBrief, shownIn } from './shown.js';

interface ReportInput {
  /** GB/T 2260: clauses addressed to other places are told apart; not without it. */
  readonly divisions?: readonly Division[];
  /** One pair; or, of three sides, first–second, second–third, first–third. */
  readonly alignments: readonly Alignment[];
  readonly labels: LabelsByUnit;
  readonly themes: readonly Theme[];
  readonly tools: ComparisonTools;
  readonly head: ReportHead;
  readonly targets: CompiledTargets;
  readonly phrases: PhraseLexicon;
  readonly commitment: CompiledCommitment;
  /** Weakest relation that counts as covered; default `paraphrased`. */
  readonly minRelation?: SentenceRelation;
  /** Only these sentences and sections; all without it. */
  readonly scope?: ComparisonScope;
  /** Only rows that pass. */
  readonly filters?: RowFilters;
  /** Only the rows that the first page rests on. */
  readonly brief?: boolean;
}

/**
 * Everything a report shows, as facts: coverage by theme, chapters against chapters, and the rows of
 * the comparison in reading order.
 *
 * *Errors*: none about texts; more than three sides is a broken invariant.
 * *Cost*: one diff a row, the rest linear in sentences and links.
 */
export function buildReport(input: ReportInput): Report {
  const { alignments, labels, tools, head } = input;
  const themes = themesPresent(input);
  const [upper, lower, across] = alignments;
  if (upper === undefined || alignments.length > 3)
    throw new Error('a report is of two or three sides');
  const sides = [upper.upstream, upper.downstream, ...(lower ? [lower.downstream] : [])];
  const { scope, filters } = input;
  const asked = compareSides(lower ? [upper, lower] : [upper], {
    ...tools,
    context: Number.POSITIVE_INFINITY,
    ...(scope && { scope }),
    ...(filters && { filters }),
  });
  const limited = [...Object.values(scope ?? {}), ...Object.values(filters ?? {})].some(
    (own) => own !== undefined,
  );
  const places: readonly (readonly [Alignment | undefined, number, number])[] = [
    [upper, 0, 1],
    [lower, 1, 2],
    [across, 0, 2],
  ];
  const only = limited ? shownIn(asked).units : undefined;
  const pairs = places.flatMap(([alignment, up, down]) =>
    alignment === undefined ? [] : [describePair(alignment, up, down, { ...input, themes }, only)],
  );
  const comparison = input.brief === true ? rowsInBrief(asked, pairs) : asked;
  return {
    head,
    sides: describeSides(sides, labels, themes),
    comparison,
    pairs,
    themes: themes.map(({ id, labels: names }) => ({ id, labels: names })),
    ...((limited || input.brief === true) && { shown: shownIn(comparison) }),
    phrases: findPhrases(createPhraseIndex(documentsOf(sides)), input.phrases),
  };
}

/** Themes of at least one sentence: rows of nothing would hide the others. */
function themesPresent({ alignments, labels, themes }: ReportInput): readonly Theme[] {
  const units = documentsOf(
    alignments.flatMap(({ upstream, downstream }) => [upstream, downstream]),
  ).flatMap(({ sentences }) => sentences);
  const present = new Set(
    units.flatMap(({ id }) => (labels.get(id) ?? []).map(({ theme }) => theme)),
  );
  return themes.filter(({ id }) => present.has(id));
}

function describePair(
  alignment: Alignment,
  upstream: number,
  downstream: number,
  { labels, themes, targets, commitment, divisions = [], minRelation = 'paraphrased' }: ReportInput,
  only: ReadonlySet<string> | undefined,
): ReportPair {
  const found = {
    coverage: coverage(alignment, labels, themes, { minRelation }),
    targets: compareTargets(
      alignment,
      targetsOf(alignment.upstream, targets),
      targetsOf(alignment.downstream, targets),
      targets,
    ),
  };
  const { shifts, grades } = compareCommitment(alignment, commitment, labels, themes);
  return {
    upstream,
    downstream,
    alignment,
    ...found,
    matrix: sectionMatrix(alignment, { minRelation }),
    brief: briefOf({
      alignment,
      labels,
      ...found,
      shifts,
      grades,
      elsewhere: elsewhereOf(divisions, alignment.downstream),
      ...(only && { only }),
    }),
  };
}

function targetsOf(side: Side, lexicon: CompiledTargets): Target[] {
  return side.documents.flatMap((document) => extractTargets(document, lexicon));
}

/** Each document once, though two sides may hold it. */
function documentsOf(sides: readonly Side[]): DocumentUnits[] {
  const documents = sides.flatMap((side) => side.documents);
  return [...new Map(documents.map((document) => [document.head.id, document])).values()];
}

function describeSides(
  sides: readonly Side[],
  labels: LabelsByUnit,
  themes: readonly Theme[],
): ReportSide[] {
  const addresses = addressers(sides);
  return sides.map((side, index) => {
    const addressOf = itemAt(addresses, index);
    const bodies = bodiesByUnit(side);
    const units = new Map<string, ReportUnit>();
    const sections = new Map<string, ReportSection>();
    for (const document of side.documents) {
      for (const section of document.sections) {
        sections.set(section.id, { section, address: addressOf(section.documentId, section.id) });
      }
      for (const unit of document.sentences) {
        const named = bodies.get(unit.id);
        const own = new Set((labels.get(unit.id) ?? []).map((label) => label.theme));
        units.set(unit.id, {
          unit,
          address: addressOf(unit.documentId, unit.id),
          themes: themes.filter((theme) => own.has(theme.id)).map((theme) => theme.id),
          ...(named && { bodies: named }),
        });
      }
    }
    return { side, units, sections };
  });
}
