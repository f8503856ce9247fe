/** An answer seen at once, before the pair is judged again. */
import type {
  Link,
  ReviewClause,
  ReviewQuestion,
  SentenceLink,
  SentenceRelation,
} from '../../model/index.js';

/** Whether a clause, `[start, end)` of its sentence, is carried below. */
export interface SaidClause {
  readonly start: number;
  readonly end: number;
  readonly carried: boolean;
}

/** What a person answers to one question. */
export interface DeskAnswer {
  /** The upstream sentence. */
  readonly unit: string;
  /** Downstream sentences that are counterparts, of those shown or others. */
  readonly chosen: readonly string[];
  /** Only these are said to be counterparts; of the others shown nothing is said (a link drawn by hand). */
  readonly only?: boolean;
  readonly relation?: SentenceRelation | undefined;
  readonly note?: string | undefined;
  /** What is said of clauses of the sentence; nothing where it has no counterpart. */
  readonly clauses?: readonly SaidClause[] | undefined;
  /** The same for sentences in the same words. */
  readonly alike?: boolean;
}

/** What is shown of a pair under review. */
export interface Shown {
  readonly questions: readonly ReviewQuestion[];
  readonly links: readonly Link[];
}

/** An answer and the sentences that it speaks of. */
export interface Asked {
  readonly answer: DeskAnswer;
  readonly shown: readonly string[];
}

/** Links and questions with an answer heard: nothing but what it says itself is changed, and the order stays. */
export function withAnswer({ questions, links }: Shown, { answer, shown }: Asked): Shown {
  const chosen = new Set(answer.chosen);
  const only = answer.only === true;
  const nothing = chosen.size === 0;
  const spoken = new Set(only ? chosen : [...shown, ...chosen]);
  const own = questions.find(({ unit }) => unit === answer.unit);
  const isSpoken = (link: Link): boolean =>
    link.grain === 'sentence' &&
    link.upstream.includes(answer.unit) &&
    (nothing || link.downstream.some((unit) => spoken.has(unit)));
  const made = answer.chosen.map((unit): SentenceLink => {
    const partner = own?.partners.find((each) => each.unit === unit);
    return {
      grain: 'sentence',
      id: `${answer.unit} ${unit}`,
      relation: answer.relation ?? partner?.relation ?? 'paraphrased',
      upstream: [answer.unit],
      downstream: [unit],
      score: partner?.score ?? 0,
      moved: false,
      doubtful: false,
      decided: true,
      swaps: [],
    };
  });
  return {
    links: [...links.filter((link) => !isSpoken(link)), ...made],
    questions: questions.map((question) =>
      question === own ? heardQuestion(question, spoken, answer) : question,
    ),
  };
}

function heardQuestion(
  question: ReviewQuestion,
  spoken: ReadonlySet<string>,
  { chosen, clauses = [] }: DeskAnswer,
): ReviewQuestion {
  const partners = question.partners.map((partner) => {
    if (!spoken.has(partner.unit)) return partner;
    const linked = chosen.includes(partner.unit);
    return { ...partner, linked, decided: linked };
  });
  const heard = question.clauses.map((clause): ReviewClause => {
    const said = clauses.find(({ start }) => start === clause.start);
    return said === undefined ? clause : { ...clause, carried: said.carried, decided: true };
  });
  return { ...question, partners, clauses: chosen.length > 0 ? heard : [], answered: true };
}
