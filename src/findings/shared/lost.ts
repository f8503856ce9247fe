import type { DownstreamClause, UpstreamClause } from '../../model/index.js';

/** What of a clause the other side has not: the whole of it, or a member of a list that it has in part. */
export interface LostPart {
  readonly start: number;
  readonly end: number;
  /** Probability that it is there all the same; 0 where nobody says. */
  readonly score: number;
  /** A member of a list of a clause that is carried otherwise. */
  readonly member: boolean;
  /** A person has said so, of the clause. */
  readonly decided: boolean;
}

/** What nothing below carries of an upper clause. */
export function missingParts({
  start,
  end,
  state,
  score,
  members = [],
  decided: said,
}: UpstreamClause): LostPart[] {
  const decided = said === true;
  if (state === 'missing') return [{ start, end, score, member: false, decided }];
  return members
    .filter((own) => own.state === 'missing')
    .map((own) => ({ start: own.start, end: own.end, score: own.score, member: true, decided }));
}

/** What of a lower clause comes from nowhere above. */
export function newParts({ start, end, state, members = [] }: DownstreamClause): LostPart[] {
  if (state === 'new') return [{ start, end, score: 0, member: false, decided: false }];
  return members
    .filter((own) => own.state === 'new')
    .map((own) => ({ start: own.start, end: own.end, score: 0, member: true, decided: false }));
}
