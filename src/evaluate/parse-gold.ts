import { z } from 'zod';
import { type Phrase, phrase, wordPhrase } from '../messages/index.js';
import { CLAUSE_STATES } from '../model/index.js';
import type { Gold } from './gold.js';
import type { AlignmentPrediction, ThemesPrediction } from './prediction.js';
import type { ClausesPrediction } from './score-clauses.js';

const sentence = z.object({ id: z.string(), section: z.string(), text: z.string() });
const side = z.object({ id: z.string(), sentences: z.array(sentence) });

/** What annotators mark, whichever way the texts are given. */
export const annotatedLinks = {
  scope: z.array(z.string()),
  sections: z.array(
    z.object({ downstream: z.string(), upstream: z.string(), grades: z.array(z.number()) }),
  ),
  sentences: z.array(
    z.object({
      downstream: z.string(),
      upstream: z.string(),
      relations: z.array(z.string()).min(1),
    }),
  ),
};

const alignmentGold = z.object({
  schema: z.literal('gold.alignment/1'),
  annotators: z.number().int().positive().default(2),
  upstream: side,
  downstream: side,
  ...annotatedLinks,
});

const themesGold = z.object({
  schema: z.literal('gold.themes/1'),
  documents: z.array(side),
  scope: z.array(z.string()),
  labels: z.array(
    z.object({ sentence: z.string(), theme: z.string(), grades: z.array(z.number()) }),
  ),
});

const clausesGold = z.object({
  schema: z.literal('gold.clauses/1'),
  upstream: z.object({ id: z.string() }),
  downstream: z.object({
    id: z.string(),
    sentences: z.array(z.object({ id: z.string(), text: z.string() })),
  }),
  clauses: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      grades: z.array(z.enum(['2', '1', '0', '-'])).min(1),
    }),
  ),
});

const unit = z.object({
  id: z.string(),
  kind: z.string(),
  section: z.string().nullish(),
  text: z.string().optional(),
});

const alignmentPrediction = z.object({
  units: z.object({ upstream: z.array(unit), downstream: z.array(unit) }),
  links: z.array(
    z.object({
      grain: z.string(),
      relation: z.string(),
      upstream: z.array(z.string()),
      downstream: z.array(z.string()),
      score: z.number().optional(),
      moved: z.boolean().optional(),
    }),
  ),
});

const themesDocument = z.object({
  document: z.object({ id: z.string() }),
  units: z.array(unit),
  labels: z.array(z.object({ unit: z.string(), theme: z.string(), grade: z.number() })),
});

/** What a check found: the value, or what is wrong and where, as phrases and in English. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly faults: readonly Phrase[];
      readonly problems: readonly string[];
    };

function check<T>(schema: z.ZodType, value: unknown): Checked<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data as T };
  return failed(result.error.issues.slice(0, 5).map(faultOf));
}

/** Kinds of issues that have a text of their own in Chinese. */
const ISSUES = ['invalid_type', 'invalid_value', 'too_small'] as const;

function faultOf({ code, path, message }: z.core.$ZodIssue): Phrase {
  const issue = ISSUES.find((known) => known === code) ?? 'other';
  return phrase('eval/place', {
    place: path.join('.') || phrase('eval/place.file'),
    what: phrase(`zod/${issue}`, { text: message }),
  });
}

function failed(faults: readonly Phrase[]): Checked<never> {
  return { ok: false, faults, problems: faults.map((fault) => wordPhrase(fault, 'en')) };
}

/** Check a parsed JSON value against the gold formats. */
export function checkGold(value: unknown): Checked<Gold> {
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (schema === 'gold.alignment/1') return check(alignmentGold, value);
  if (schema === 'gold.themes/1') return check(themesGold, value);
  if (schema === 'gold.clauses/1') return check(clausesGold, value);
  return failed([phrase('eval/schema', { found: String(JSON.stringify(schema)) })]);
}

/** Check a parsed JSON value as an alignment in the contract's shape, of this program or of a peer. */
export function checkAlignmentPrediction(value: unknown): Checked<AlignmentPrediction> {
  return check(alignmentPrediction, value);
}

const clausesPrediction = z.object({
  units: z.object({
    upstream: z.array(
      z.object({
        kind: z.string(),
        text: z.string().optional(),
        clauses: z
          .array(z.object({ start: z.number(), end: z.number(), state: z.enum(CLAUSE_STATES) }))
          .optional(),
      }),
    ),
  }),
});

/** Check a parsed JSON value as an alignment whose upstream sentences hold clauses. */
export function checkClausesPrediction(value: unknown): Checked<ClausesPrediction> {
  const found = check<z.infer<typeof clausesPrediction>>(clausesPrediction, value);
  if (!found.ok) return found;
  const sentences = found.value.units.upstream
    .filter(({ kind }) => kind === 'sentence')
    .map(({ text = '', clauses = [] }) => ({ text, clauses }));
  return { ok: true, value: { sentences } };
}

/** Check a parsed JSON value as theme labels in the contract's shape. */
export function checkThemesPrediction(value: unknown): Checked<ThemesPrediction> {
  const one = check<ThemesPrediction['documents'][number]>(themesDocument, value);
  if (one.ok) return { ok: true, value: { documents: [one.value] } };
  return check(z.object({ documents: z.array(themesDocument) }), value);
}
