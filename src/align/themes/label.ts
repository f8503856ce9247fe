import type { DocumentUnits, SentenceUnit, Theme, ThemeLabel } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { CONTEXT_WEIGHTS, type ContextGroup, contextGroups } from './context.js';
import { type CompiledThemes, compileThemes, type ThemeHit } from './match.js';

/** A label needs evidence of this sum: the meaning of weight 1 in a theme file. */
const ENOUGH = 1;

/** Share of a sentence's text, by clauses and list members, that makes it *about* the theme: half. */
const ABOUT_SHARE = 0.5;

/** Context from which a sentence of a theme's section is about the theme without a look at its clauses. */
const ABOUT_CONTEXT = 0.9;

/** Doubt left after evidence 1, by judgement: the score only orders labels, it is not calibrated. */
const DOUBT = 0.3;

/** Marks evidence that stands in a heading, not in the sentence. */
const SECTION_MARK = 'section:';

/** Where clauses and list members end. */
const MEMBER_BREAKS = '，；：、。！？';

/**
 * Finds the sentences that belong to each theme, from their own words and from where they stand.
 *
 * *In*: one document in units; themes as read from their files.
 * *Out*: labels in sentence order, then in the order of `themes`. Grade 2: the sentence is about the
 * theme; 1: a clause or list member of it belongs there. Evidence holds the matched strings in
 * order of appearance, then those of headings marked `section:`.
 * *Cost*: one pass over the text for all terms of all themes; a 100,000-character document takes
 * some tens of milliseconds with a dozen themes. Pass compiled themes to label many documents.
 */
export function labelThemes(
  document: DocumentUnits,
  themes: readonly Theme[] | CompiledThemes,
): readonly ThemeLabel[] {
  const compiled = 'match' in themes ? themes : compileThemes(themes);
  const bodies = document.sentences.map((sentence) => bodyOf(sentence, compiled));
  const labels: ThemeLabel[][] = document.sentences.map(() => []);
  const headingHits = remember((text: string) => textHits(compiled, text));
  for (const group of contextGroups(document)) {
    const heading = headingHits(group.heading ?? '');
    const chapters = group.chapters.map(headingHits);
    compiled.themes.forEach((theme, index) => {
      // Without a hit in the group itself no context reaches 1: nothing to judge.
      if (!group.sentences.some((at) => itemAt(itemAt(bodies, at).hits, index).length > 0)) return;
      const own = group.sentences.map((at) => ownEvidence(itemAt(bodies, at), index));
      const above = aboveOf(group, own, index, { heading, chapters });
      own.forEach((evidence, i) => {
        const at = itemAt(group.sentences, i);
        const sentence = itemAt(document.sentences, at);
        const label = judge(evidence, above, roleOf(sentence, i, group));
        if (label !== undefined)
          itemAt(labels, at).push({ unit: sentence.id, theme: theme.id, ...label });
      });
    });
  }
  return labels.flat();
}

interface TextHits {
  readonly text: string;
  readonly hits: readonly (readonly ThemeHit[])[];
}

function textHits(compiled: CompiledThemes, text: string): TextHits {
  return { text, hits: compiled.match(text) };
}

/** Chapter headings and the title come back with every section below them. */
function remember<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    made.set(text, value);
    return value;
  };
}

function roleOf(sentence: SentenceUnit, index: number, group: ContextGroup): Role {
  if (sentence.heading) return 'heading';
  return index === 0 && group.topic !== undefined ? 'topic' : 'body';
}

function aboveOf(
  group: ContextGroup,
  own: readonly OwnEvidence[],
  theme: number,
  { heading, chapters }: { readonly heading: TextHits; readonly chapters: readonly TextHits[] },
): Above {
  const topic = group.topic === undefined ? undefined : own[0];
  const section = evidenceTexts(heading.text, itemAt(heading.hits, theme));
  return {
    section: sumOf(itemAt(heading.hits, theme)),
    topic: topic?.sum ?? 0,
    chapter: Math.max(0, ...chapters.map(({ hits }) => sumOf(itemAt(hits, theme)))),
    strong: own.filter((evidence) => evidence.sum >= ENOUGH).length,
    size: own.length,
    evidence: [
      ...(section.length > 0 ? section : (topic?.evidence ?? NO_TEXTS)),
      ...chapters.flatMap(({ text, hits }) => evidenceTexts(text, itemAt(hits, theme))),
    ].map((found) => SECTION_MARK + found),
  };
}

/** Text without the marker: `28.` says nothing about a theme, but would shift the shares. */
function bodyOf(sentence: SentenceUnit, compiled: CompiledThemes): TextHits {
  return textHits(compiled, sentence.text.slice(sentence.markerLength));
}

interface OwnEvidence {
  /** Sum of the weights of the distinct strings found. */
  readonly sum: number;
  readonly hits: readonly ThemeHit[];
  readonly text: string;
  readonly evidence: readonly string[];
  /** Something speaks against the theme. */
  readonly against: boolean;
}

const NO_TEXTS: readonly string[] = [];

const NOTHING: OwnEvidence = {
  sum: 0,
  hits: [],
  text: '',
  evidence: NO_TEXTS,
  against: false,
};

/** What the place of a sentence says, for one group and theme. */
interface Above {
  /** Evidence in the section's heading. */
  readonly section: number;
  /** Evidence in the group's topic sentence. */
  readonly topic: number;
  /** The strongest evidence in a heading further out. */
  readonly chapter: number;
  /** Sentences of the group with enough evidence of their own. */
  readonly strong: number;
  readonly size: number;
  /** Strings of the headings, marked. */
  readonly evidence: readonly string[];
}

/** What a sentence is within its group. */
type Role = 'heading' | 'topic' | 'body';

function ownEvidence(body: TextHits, theme: number): OwnEvidence {
  const hits = itemAt(body.hits, theme);
  if (hits.length === 0) return NOTHING;
  return {
    sum: sumOf(hits),
    hits,
    text: body.text,
    evidence: evidenceTexts(body.text, hits),
    against: hits.some((hit) => hit.weight < 0),
  };
}

function evidenceTexts(text: string, hits: readonly ThemeHit[]): readonly string[] {
  if (hits.length === 0) return NO_TEXTS;
  const found = hits.filter((hit) => hit.weight > 0).map((hit) => text.slice(hit.start, hit.end));
  return [...new Set(found)];
}

/** A string counts once, however often it is said. */
function sumOf(hits: readonly ThemeHit[]): number {
  if (hits.length < 2) return hits[0]?.weight ?? 0;
  const weights = new Map(hits.map((hit) => [hit.source, hit.weight]));
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}

/** Share of the characters that stand in members about the theme; the context helps where something was found. *In* hits by start. */
function shareOf({ text, hits }: OwnEvidence, context: number): number {
  let about = 0;
  let all = 0;
  let next = 0;
  for (const { start, end } of membersOf(text)) {
    while (next < hits.length && itemAt(hits, next).start < start) next += 1;
    const first = next;
    while (next < hits.length && itemAt(hits, next).start < end) next += 1;
    const sum = sumOf(hits.slice(first, next));
    if (sum > 0) about += clamp(sum + context) * (end - start);
    all += end - start;
  }
  return all === 0 ? 0 : about / all;
}

interface Member {
  readonly start: number;
  readonly end: number;
}

function membersOf(text: string): Member[] {
  const members: Member[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !MEMBER_BREAKS.includes(itemAt(text, i))) continue;
    if (i > start) members.push({ start, end: i });
    start = i + 1;
  }
  return members;
}

function judge(
  own: OwnEvidence,
  above: Above,
  role: Role,
): Pick<ThemeLabel, 'grade' | 'score' | 'evidence'> | undefined {
  const context = contextOf(own, above, role);
  const sum = own.sum + context;
  if (sum < ENOUGH) return undefined;
  const about = shareOf(own, context) >= ABOUT_SHARE || (context >= ABOUT_CONTEXT && !own.against);
  const section = context > 0 ? above.evidence : NO_TEXTS;
  return {
    grade: about ? 2 : 1,
    score: Math.round((1 - DOUBT ** sum) * 100) / 100,
    evidence: [...new Set([...own.evidence, ...section])],
  };
}

/** Context never says more than a full theme word does, and the others count, not the sentence itself. */
function contextOf(own: OwnEvidence, above: Above, role: Role): number {
  const others = above.strong - (own.sum >= ENOUGH ? 1 : 0);
  // Half a sentence more in the divisor: one neighbour of one is not yet a dense section.
  const density = Math.max(0, others) / (above.size - 0.5);
  const heading = clamp(headingFor(role, above));
  const { heading: h, chapter: c, density: d } = CONTEXT_WEIGHTS;
  return clamp(h * heading + c * clamp(above.chapter) + d * density);
}

/** A heading is no evidence for itself. */
function headingFor(role: Role, above: Above): number {
  switch (role) {
    case 'heading':
      return 0;
    case 'topic':
      return above.section;
    case 'body':
      return Math.max(above.section, above.topic);
  }
  role satisfies never;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
