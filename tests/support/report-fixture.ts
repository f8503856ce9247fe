import {
  readCommitmentLexicon,
  readPhraseLexicon,
  readTargetLexicon,
} from '../../src/corpus/index.js';
import {
  buildReport,
  compileCommitment,
  compileTargets,
  type LabelsByUnit,
} from '../../src/findings/index.js';
import type { Alignment, Report, SentenceUnit, Side, Theme } from '../../src/model/index.js';
import { readComparison } from './comparison-fixture.js';
import { projectFile } from './corpus.js';

const TARGETS = compileTargets(
  readTargetLexicon(projectFile('corpus/lexicon/units.yaml'), 'units.yaml'),
);
const PHRASES = readPhraseLexicon(
  projectFile('corpus/lexicon/set-phrases.yaml'),
  'set-phrases.yaml',
);

const COMMITMENT = compileCommitment(
  readCommitmentLexicon(projectFile('corpus/lexicon/commitment.yaml'), 'commitment.yaml'),
);

const THEMES: readonly Theme[] = [
  {
    id: 'housing',
    labels: { zh: '住房', en: 'Housing' },
    terms: [],
    patterns: [],
    exclusions: [],
  },
];

interface SampleReport {
  /** Two sides by default. */
  readonly sides?: 2 | 3;
  /** Changes every sentence's text: what a hostile document would hold. */
  readonly edit?: (text: string) => string;
}

/** A report of the made-up housing plans; every sentence with 住房 is of the theme housing. */
export function sampleReport({ sides = 2, edit }: SampleReport = {}): Report {
  const { alignments, tools } = readComparison('housing');
  const pairs = (sides === 3 ? alignments : alignments.slice(0, 1))
    .map((alignment) => (edit === undefined ? alignment : edited(alignment, edit)))
    .map(judged);
  const units = pairs.flatMap(({ upstream, downstream }) =>
    [upstream, downstream].flatMap((side) => side.documents.flatMap((each) => each.sentences)),
  );
  const labels: LabelsByUnit = new Map(
    units
      .filter(({ text }) => text.includes('住房'))
      .map(({ id }) => [
        id,
        [{ unit: id, theme: 'housing', grade: 2 as const, score: 1, evidence: ['住房'] }],
      ]),
  );
  return buildReport({
    alignments: pairs,
    labels,
    themes: THEMES,
    tools,
    targets: TARGETS,
    commitment: COMMITMENT,
    phrases: PHRASES,
    head: {
      program: 'duibiao',
      version: '0.0.0',
      data: 'd'.repeat(64),
      texts: 'e'.repeat(64),
      configuration: { 'min-relation': 'paraphrased', themes: 'housing' },
    },
  });
}

function edited(alignment: Alignment, edit: (text: string) => string): Alignment {
  const sentence = (unit: SentenceUnit): SentenceUnit => ({
    ...unit,
    text: unit.text.slice(0, unit.markerLength) + edit(unit.text.slice(unit.markerLength)),
  });
  const side = (own: Side): Side => ({
    ...own,
    documents: own.documents.map((document) => ({
      ...document,
      sentences: document.sentences.map(sentence),
    })),
  });
  return {
    ...alignment,
    upstream: side(alignment.upstream),
    downstream: side(alignment.downstream),
  };
}

/** By clause: what nobody is linked to is missing or new, and of the first linked sentence what follows its first comma. */
function judged(alignment: Alignment): Alignment {
  const missing = new Set(alignment.unlinked.upstream);
  const local = new Set(alignment.unlinked.downstream);
  const first = alignment.links.find(({ grain }) => grain === 'sentence')?.upstream[0];
  const sentencesOf = (side: Side) => side.documents.flatMap(({ sentences }) => sentences);
  return {
    ...alignment,
    clauses: {
      upstream: sentencesOf(alignment.upstream).map(({ id, text }) => {
        const comma = id === first ? text.indexOf('，') + 1 : 0;
        const clause = (start: number, end: number, gone: boolean) => ({
          start,
          end,
          state: gone ? ('missing' as const) : ('carried' as const),
          score: gone ? 0.1 : 0.9,
          by: [],
        });
        return {
          unit: id,
          clauses:
            comma > 0
              ? [clause(0, comma, false), clause(comma, text.length, true)]
              : [clause(0, text.length, missing.has(id))],
        };
      }),
      downstream: sentencesOf(alignment.downstream).map(({ id, text }) => ({
        unit: id,
        clauses: [
          {
            start: 0,
            end: text.length,
            state: local.has(id) ? ('new' as const) : ('carried' as const),
          },
        ],
      })),
    },
  };
}
