import { phrase, wordPhrase } from '../messages/index.js';
import type { Bilingual, Finding } from '../model/index.js';
import { groupBy, itemAt } from '../text/index.js';
import { ruleOf } from './registry.js';

/** So many findings of a rule in one document are told one by one; more are one that lists the lines. */
const ONE_BY_ONE = 3;

/** Notes of a rule in more documents than this are one note of the corpus. */
const MOST_DOCUMENTS = 20;

/** Notes on links: a document read anew has a hundred. */
const OF_LINKS: ReadonlySet<string> = new Set(['link-gained', 'link-weakened']);

/** Lines listed in a message; the rest is counted. */
const LISTED = 8;

/**
 * What says the same of one line, or again and again of one document, becomes one finding with its other places.
 *
 * A scan with a sign that only one font knows has a thousand of them: one thing to mend, and to read.
 * *In* and *out*: findings by place; what was known before stays apart from what is new.
 */
export function gatherFindings(findings: readonly Finding[]): Finding[] {
  const kindOf = ({ rule, path, severity, baseline, cause }: Finding): string =>
    `${rule} ${path} ${severity} ${baseline} ${cause ?? ''}`;
  const [single, many] = partition(findings, ({ rule }) => !isOfText(rule) && !OF_LINKS.has(rule));
  // Two links of one line are two things to look at, until there are many.
  const lineOf = ({ rule, place, fingerprint }: Finding): string =>
    OF_LINKS.has(rule) ? fingerprint : String(place.line);
  const byLine = [...groupBy(many, (item) => `${kindOf(item)} ${lineOf(item)}`).values()].map(
    (group) => joined(group, false),
  );
  const byDocument = [...groupBy(byLine, kindOf).values()].flatMap((group) =>
    group.length > ONE_BY_ONE ? [joined(group, true)] : group,
  );
  const notes = groupBy(
    byDocument,
    ({ rule, severity, baseline }) => `${rule} ${severity} ${baseline}`,
  );
  const gathered = [...notes.values()].flatMap((group) =>
    group.length > MOST_DOCUMENTS && itemAt(group, 0).severity === 'info'
      ? [ofCorpus(group)]
      : group,
  );
  return [...single, ...gathered];
}

/** Rules that speak of places in texts; each finding of others is a matter of its own. */
function isOfText(rule: string): boolean {
  const { scope, group } = ruleOf(rule);
  return (scope === 'document' && group !== 'head') || group === 'reference';
}

function partition<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): [yes: Item[], no: Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** The first of them, with the places of the others. */
function joined(group: readonly Finding[], told: boolean): Finding {
  const [first, ...others] = [itemAt(group, 0), ...group.slice(1)];
  if (others.length === 0) return first;
  const more = [
    ...(first.more ?? []),
    ...others.flatMap(({ place, more: own = [] }) => [
      { line: place.line, column: place.column },
      ...own,
    ]),
  ];
  const lines = [...new Set(more.map(({ line }) => line))].filter(
    (line) => line !== first.place.line,
  );
  const say = (language: 'en' | 'zh'): string =>
    wordPhrase(
      phrase('check/more', {
        count: more.length,
        lines: lines.slice(0, LISTED).join('、') + (lines.length > LISTED ? ' …' : ''),
      }),
      language,
    );
  const fixable = group.some((item) => item.fixable);
  return { ...first, fixable, more, ...(told && { message: addTo(first.message, say) }) };
}

function ofCorpus(group: readonly Finding[]): Finding {
  const first = itemAt(group, 0);
  const count = group.reduce((sum, { more = [] }) => sum + 1 + more.length, -1);
  const say = (language: 'en' | 'zh'): string =>
    wordPhrase(phrase('check/more-documents', { count, documents: group.length - 1 }), language);
  return { ...first, message: addTo(first.message, say) };
}

function addTo({ en, zh }: Bilingual, say: (language: 'en' | 'zh') => string): Bilingual {
  return { en: `${en} ${say('en')}`, zh: `${zh}${say('zh')}` };
}
