import type { Span } from './span.js';

/** 牵头; 责任单位 and 负责; 配合, 参与. */
export const BODY_ROLES = ['lead', 'responsible', 'support'] as const;
export type BodyRole = (typeof BODY_ROLES)[number];

export interface NamedBody {
  /** As printed: 省发展改革委. */
  readonly name: string;
  readonly role: BodyRole;
}

/** A note of who does what the sentences before it ask for. */
export interface Responsibility {
  /** Sentences it stands behind: of its section, after the note before. */
  readonly sentences: readonly string[];
  /** As printed, brackets included. */
  readonly text: string;
  readonly span: Span;
  readonly bodies: readonly NamedBody[];
}

/** How who leads above and who leads below go together. */
export const BODY_RELATIONS = ['same', 'different', 'only-upstream', 'only-downstream'] as const;
export type BodyRelation = (typeof BODY_RELATIONS)[number];

/** Linked sentences of which at least one side names who is responsible. */
export interface BodyPair {
  readonly link: string;
  readonly relation: BodyRelation;
  readonly upstream: BodySide;
  readonly downstream: BodySide;
}

interface BodySide {
  readonly units: readonly string[];
  /** Leading ones first; empty where nobody is named. */
  readonly bodies: readonly NamedBody[];
}
