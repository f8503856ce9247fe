/** Published formats: what each `--format json` holds, as values that check it and as JSON Schemas. */
import { z } from 'zod';
import { ALIGNMENT } from './alignment/schema.js';
import { CHECK } from './check/schema.js';
import { COMMITMENT } from './commitment/schema.js';
import { COMPARISON } from './comparison/schema.js';
import { DOCUMENTS } from './corpus/documents-schema.js';
import { CORPUS } from './corpus/schema.js';
import { COVERAGE } from './coverage/schema.js';
import { PHRASES } from './phrases/schema.js';
import { STATS } from './stats/schema.js';
import { TARGETS } from './targets/schema.js';
import { THEME_CHANGES } from './theme-changes/schema.js';
import { THEMES } from './themes/schema.js';
import { TRACE } from './trace/schema.js';
import { TREE } from './tree/schema.js';

interface Published {
  readonly title: string;
  readonly schema: z.ZodType;
}

/** Every published format, by the name that `duibiao schema` takes. */
export const SCHEMAS: Readonly<Record<string, Published>> = {
  alignment: { title: 'duibiao align --format json', schema: ALIGNMENT },
  check: { title: 'duibiao check --format json', schema: CHECK },
  commitment: { title: 'duibiao commitment --format json', schema: COMMITMENT },
  comparison: { title: 'duibiao compare --format json', schema: COMPARISON },
  corpus: { title: 'duibiao corpus list --format json', schema: CORPUS },
  coverage: { title: 'duibiao coverage --format json', schema: COVERAGE },
  documents: { title: 'duibiao corpus show --format json', schema: DOCUMENTS },
  phrases: { title: 'duibiao phrases --format json', schema: PHRASES },
  stats: { title: 'duibiao stats --format json', schema: STATS },
  targets: { title: 'duibiao targets --format json', schema: TARGETS },
  'theme-changes': { title: 'duibiao themes check --format json', schema: THEME_CHANGES },
  themes: { title: 'duibiao themes --format json', schema: THEMES },
  trace: { title: 'duibiao trace --format json', schema: TRACE },
  tree: { title: 'duibiao parse --format json', schema: TREE },
};

/**
 * The JSON Schema (draft 2020-12) of a format, absent for a name that is none.
 *
 * Fields that it does not name are allowed: a later version of the program may add some without a new format version.
 */
export function jsonSchema(name: string): object | undefined {
  const published = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (published === undefined) return undefined;
  const { $schema, ...rest } = z.toJSONSchema(published.schema, {
    target: 'draft-2020-12',
    io: 'input',
  });
  return { $schema, title: published.title, ...rest };
}
