/** A review under way: questions, answers saved as they are given, one step back at a time. */
import { spokenOf } from '../../align/index.js';
import type { LinksChange } from '../../corpus/index.js';
import type { Link, ReviewQuestion, SentenceUnit } from '../../model/index.js';
import { itemAt, UserError } from '../../text/index.js';
import { decisionsFor, decisionsText } from '../decisions.js';
import { type ReadOptions, readSide } from '../read.js';
import type { Workspace } from '../workspace.js';
import { type Asked, type DeskAnswer, type Shown, withAnswer } from './overlay.js';
import { linksTarget, restoreDecisions, type Step, saveDecisions } from './save.js';
import { openReview, type ReviewSession } from './session.js';
import { changesOf, quoter } from './to-decisions.js';

export interface DeskState {
  /** Rises with every change, whoever made it. */
  readonly version: number;
  readonly questions: readonly ReviewQuestion[];
  readonly links: readonly Link[];
  /** Answers given, of so many there are to give: a sentence may be asked for its links, and then for its clauses. */
  readonly answered: number;
  readonly all: number;
  readonly canUndo: boolean;
  /** Where decisions are kept, as people are told. */
  readonly file: string;
}

export interface ReviewDesk {
  readonly session: ReviewSession;
  /** As things stand: the file is read again where somebody else wrote into it. */
  readonly state: () => DeskState;
  /** Saved before it is answered. *Errors*: `review/unknown-unit`, those of saving: then nothing is changed. */
  readonly answer: (answer: DeskAnswer) => Promise<DeskState>;
  /** Takes the last answer of this desk back, where nobody decided otherwise since. */
  readonly undo: () => Promise<DeskState>;
}

export interface DeskOptions extends ReadOptions {
  readonly by?: string | undefined;
  readonly at: string;
}

/** *Errors*: those of reading, `review/no-questions`. */
export async function openDesk(
  ws: Workspace,
  upstream: string,
  downstream: string,
  { by, at, ...reading }: DeskOptions,
): Promise<ReviewDesk> {
  const up = await readSide(ws, upstream, reading);
  const session = await openReview(ws, up, await readSide(ws, downstream, reading));
  const sides = [session.upstream, session.downstream] as const;
  const sentences = new Map(
    sides.flatMap(({ documents }) =>
      documents.flatMap((document) => document.sentences.map((unit) => [unit.id, unit] as const)),
    ),
  );
  const quote = quoter([...sentences.values()]);
  const file = linksTarget(ws, session.downstream).shown;
  const desk = judging(ws, session, (unit) => sentences.get(unit)?.text);
  if (desk.now().questions.length === 0)
    throw new UserError('review/no-questions', { upstream, downstream });
  const steps: Step[] = [];
  const state = (): DeskState => {
    const { questions, links, version } = desk.now();
    const open = questions.filter((question) => !question.answered);
    const again = open.filter(
      ({ why, partners }) => why === 'clauses' && partners.some(({ decided }) => decided === true),
    ).length;
    const answered = questions.length - open.length + again;
    const all = questions.length + again;
    return { version, questions, links, answered, all, canUndo: steps.length > 0, file };
  };
  return {
    session,
    state,
    answer: async (answer) => {
      const asked = desk.asked(answer);
      const changes = asked.flatMap((own) => changesFor(own, sentences, quote, { by, at }));
      const { step, from, to } = await saveDecisions(ws, session.downstream, changes);
      steps.push(step);
      desk.hear(asked, { from, to });
      return state();
    },
    undo: async () => {
      const step = steps.pop();
      if (step !== undefined) await restoreDecisions(ws, session.downstream, step);
      return state();
    },
  };
}

/** Answers that are only shown as heard, between two judgements: judging a pair of laws takes a third of a second. */
const BATCH = 10;

/** Judges again after a batch of answers, and when somebody else has decided. */
function judging(
  ws: Workspace,
  session: ReviewSession,
  textOf: (unit: string) => string | undefined,
) {
  let seen: string | undefined;
  let version = 0;
  let since = 0;
  let review: Shown = { questions: [], links: [] };
  const now = () => {
    const text = decisionsText(ws, session.downstream);
    if (text !== seen) {
      const decisions = decisionsFor(ws, session.upstream, session.downstream);
      const { alignment, questions } = session.judge(decisions);
      review = { questions, links: alignment.links };
      seen = text;
      since = 0;
      version += 1;
    }
    return { ...review, version };
  };
  /** An answer of this desk; where nobody else wrote before it, and no batch is full, the pair is not judged again. */
  const hear = (answers: readonly Asked[], { from, to }: { from: string; to: string }): void => {
    const parts = seen?.split('\u0000');
    since += 1;
    if (parts?.pop() !== from || since >= BATCH) return;
    seen = [...parts, to].join('\u0000');
    review = answers.reduce(withAnswer, review);
    version += 1;
  };
  /** An answer for its question and, where it is wanted, for those that are alike. */
  const asked = (answer: DeskAnswer): readonly Asked[] => {
    const { questions } = now();
    const own = questions.find(({ unit }) => unit === answer.unit);
    const spoken = own === undefined ? [] : spokenOf(own, answer.chosen);
    const shown = spoken.map(({ unit }) => unit);
    const alike =
      answer.alike === true && answer.only !== true
        ? questions.filter(({ unit }) => own?.alike.includes(unit) === true)
        : [];
    return [
      { answer, shown },
      ...alike.flatMap((other) => {
        const partners = other.partners.map(({ unit }) => unit).slice(0, shown.length);
        const places = answer.chosen.map((unit) => shown.indexOf(unit)).filter((i) => i >= 0);
        // What was chosen is not shown for the other: nothing is known of it.
        if (places.some((place) => place >= partners.length)) return [];
        const chosen = places.map((place) => itemAt(partners, place));
        // Places of clauses are those of one text.
        const clauses = textOf(other.unit) === textOf(answer.unit) ? answer.clauses : undefined;
        return { answer: { ...answer, unit: other.unit, chosen, clauses }, shown: partners };
      }),
    ];
  };
  return { now, asked, hear };
}

/** Errors: `review/unknown-unit`. */
function changesFor(
  { answer, shown }: Asked,
  sentences: ReadonlyMap<string, SentenceUnit>,
  quote: (unit: SentenceUnit) => string,
  signed: { readonly by: string | undefined; readonly at: string },
): LinksChange[] {
  const unitOf = (id: string): SentenceUnit => {
    const unit = sentences.get(id);
    if (unit === undefined) throw new UserError('review/unknown-unit', { unit: id });
    return unit;
  };
  const upstream = unitOf(answer.unit);
  const astray = answer.clauses?.find(
    ({ start, end }) => start < 0 || end <= start || end > upstream.text.length,
  );
  if (astray !== undefined)
    throw new UserError('review/unknown-unit', {
      unit: `${answer.unit} ${astray.start}–${astray.end}`,
    });
  const only = answer.only === true;
  const all = only ? answer.chosen : [...new Set([...shown, ...answer.chosen])];
  return changesOf(
    {
      upstream,
      shown: all.map(unitOf),
      chosen: new Set(answer.chosen),
      nothing: answer.chosen.length === 0,
      clauses: answer.clauses,
      relation: answer.relation,
      reason: answer.note,
      ...signed,
    },
    quote,
  );
}
