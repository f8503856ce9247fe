import type {
  DocumentUnits,
  Theme,
  ThemeAnswer,
  ThemeEdit,
  ThemeTrial,
} from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import type { Background } from '../background.js';
import { segmentWords } from '../words.js';
import { labelThemes } from './label.js';
import { compileThemes, type ThemeHit } from './match.js';

/** Weights taken this many times: what is found then and not else lacked less than as much again. */
const NEAR_MISS = 2;

/**
 * Sentences of a theme, the most doubtful first: those that only just belong, and those that only just do not.
 *
 * *Out*: by the distance of their score from the border; a near miss has no label.
 */
export function tryTheme(theme: Theme, documents: readonly DocumentUnits[]): ThemeTrial[] {
  const generous = {
    ...theme,
    terms: theme.terms.map(raised),
    patterns: theme.patterns.map(raised),
  };
  return documents
    .flatMap((document) => {
      const own = new Map(labelThemes(document, [theme]).map((label) => [label.unit, label]));
      const wide = new Map(labelThemes(document, [generous]).map((label) => [label.unit, label]));
      return document.sentences.flatMap(({ id, text }): ThemeTrial[] => {
        const label = own.get(id);
        const near = wide.get(id);
        if (label === undefined && near === undefined) return [];
        const evidence = label?.evidence ?? near?.evidence ?? [];
        const document_ = document.head.id;
        // Of a miss the generous score says how much it lacks: the surer there, the nearer here.
        const doubt = label === undefined ? 1 - (near?.score ?? 0) : label.score - LEAST_SCORE;
        return [
          { document: document_, unit: id, text, labelled: label !== undefined, evidence, doubt },
        ];
      });
    })
    .sort((a, b) => a.doubt - b.doubt || Number(a.labelled) - Number(b.labelled));
}

/** Score of a label with evidence 1: the lowest there is. */
const LEAST_SCORE = 0.7;

function raised(entry: Theme['terms'][number]): Theme['terms'][number] {
  return entry.weight > 0 ? { ...entry, weight: entry.weight * NEAR_MISS } : entry;
}

/** One step down for a term that says too much; below the last it is struck out. */
const STEPS = [1, 0.5, 0.3] as const;

/**
 * What a person's answers ask of a theme: terms up that a sentence of it has, terms down that only others have, and
 * exclusions where a term is right elsewhere and part of another word here.
 *
 * An answer that no term explains changes nothing: `open` has it.
 */
export function learnTheme(
  theme: Theme,
  answers: readonly ThemeAnswer[],
  labelled: ReadonlySet<string>,
  background: Background,
): { readonly edits: readonly ThemeEdit[]; readonly open: readonly ThemeAnswer[] } {
  const compiled = compileThemes([theme]);
  const hitsOf = (text: string): readonly ThemeHit[] =>
    itemAt(compiled.match(text), 0).filter(({ kind, weight }) => kind === 'term' && weight > 0);
  const [yes, no] = [answers.filter(({ yes: own }) => own), answers.filter(({ yes: own }) => !own)];
  const holds = (list: readonly ThemeAnswer[], term: string): number =>
    list.filter(({ text }) => text.includes(term)).length;
  const edits = new Map<string, ThemeEdit>();
  const open: ThemeAnswer[] = [];
  for (const answer of answers) {
    if (answer.yes === labelled.has(answer.text)) continue;
    const hits = [...hitsOf(answer.text)].sort((a, b) => b.weight - a.weight);
    const found = answer.yes
      ? hits.filter(({ weight, source }) => weight < 1 && holds(no, source) === 0).slice(0, 1)
      : hits;
    const own = found.flatMap((hit) =>
      answer.yes ? [raise(hit)] : lower(hit, answer, { yes, holds, background }),
    );
    for (const edit of own) edits.set(`${edit.kind} ${edit.text}`, edit);
    if (own.length === 0) open.push(answer);
  }
  return { edits: [...edits.values()], open };
}

function raise({ source, weight }: ThemeHit): ThemeEdit {
  return { kind: 'weight', text: source, from: weight, to: 1 };
}

interface Judged {
  readonly yes: readonly ThemeAnswer[];
  readonly holds: (list: readonly ThemeAnswer[], term: string) => number;
  readonly background: Background;
}

function lower(
  hit: ThemeHit,
  { text }: ThemeAnswer,
  { yes, holds, background }: Judged,
): ThemeEdit[] {
  const { source, weight } = hit;
  if (holds(yes, source) === 0) {
    const to = STEPS.find((step) => step < weight);
    return [{ kind: 'weight', text: source, from: weight, ...(to !== undefined && { to }) }];
  }
  return wider(text, hit, background)
    .filter((longer) => holds(yes, longer) === 0)
    .slice(0, 1)
    .map((longer) => ({ kind: 'exclusion', text: longer }));
}

/** The term with the word after it, with the word before it, with both; inside its clause. */
function wider(text: string, { start, end }: ThemeHit, background: Background): string[] {
  const wordOf = (run: string, last: boolean): string => {
    const words: string[] = [];
    let at = 0;
    for (const id of segmentWords(background, run)) {
      const length = id < 0 ? 1 : itemAt(background.words, id).length;
      words.push(run.slice(at, at + length));
      at += length;
    }
    return (last ? words.at(-1) : words[0]) ?? '';
  };
  const before = wordOf(
    /(?<!\p{Script=Han})\p{Script=Han}*$/u.exec(text.slice(0, start))?.[0] ?? '',
    true,
  );
  const after = wordOf(/^\p{Script=Han}*/u.exec(text.slice(end))?.[0] ?? '', false);
  const term = text.slice(start, end);
  return [term + after, before + term, before + term + after]
    .map((longer) => longer.replace(/^[和与及的等]|[和与及的等]$/gu, ''))
    .filter((longer) => longer.length > term.length && longer.includes(term));
}
