import { setting } from './dom.js';

/** What the program and its page say to each other. */

export interface Unit {
  readonly id: string;
  readonly address: string;
  readonly text: string;
  readonly heading: boolean;
  readonly themes: readonly string[];
}

export interface Paper {
  readonly name: string;
  readonly units: readonly Unit[];
}

export interface Papers {
  readonly upstream: Paper;
  readonly downstream: Paper;
  readonly themes: readonly { readonly id: string; readonly label: string }[];
}

export interface Partner {
  readonly unit: string;
  readonly score: number;
  readonly linked: boolean;
  readonly relation: string;
  readonly decided?: boolean;
}

export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly carried: boolean;
  readonly decided?: true;
}

export interface Question {
  readonly unit: string;
  readonly partners: readonly Partner[];
  readonly clauses: readonly Clause[];
  readonly worth: number;
  readonly why: string;
  readonly answered: boolean;
  readonly alike: readonly string[];
}

interface Link {
  readonly grain: string;
  readonly relation: string;
  readonly upstream: readonly string[];
  readonly downstream: readonly string[];
  readonly score: number;
  readonly doubtful: boolean;
  readonly decided?: true;
}

export interface State {
  readonly version: number;
  readonly questions: readonly Question[];
  readonly links: readonly Link[];
  readonly answered: number;
  readonly all: number;
  readonly canUndo: boolean;
  readonly file: string;
}

/** *Errors* what the program says went wrong; a `TypeError` where nobody listens. */
export const call = async (way: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(way, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'x-review-token': setting.token,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const value: unknown = await answer.json();
  if (!answer.ok) throw new Error((value as { error?: string }).error ?? String(answer.status));
  return value;
};
