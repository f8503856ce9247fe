import type { Alignment, StaleDecision } from '../model/index.js';
import { harmless, TRUNCATION_MARKS, truncate } from '../text/index.js';
import type { CommandContext } from './context.js';

/** Warn on standard error of decisions in `links.yaml` that no longer fit the texts, each with the unit that is nearest now. */
export function reportStale(context: CommandContext, alignments: readonly Alignment[]): void {
  const { io, say } = context;
  for (const alignment of alignments)
    for (const stale of alignment.staleDecisions ?? [])
      io.stderr.write(
        `${say('warning')}: links.yaml: ${nameOf(stale)}: ${problemOf(stale, alignment, context)}\n`,
      );
}

/** Columns of the nearest unit's text: enough to know it by. */
const NEAREST_WIDTH = 60;

function nameOf({ decision }: StaleDecision): string {
  const { id } = decision.upstream;
  return 'downstream' in decision ? `${id} → ${decision.downstream.id}` : id;
}

function problemOf(
  { decision, side, problem, movedTo, nearest }: StaleDecision,
  alignment: Alignment,
  { say, language }: CommandContext,
): string {
  const unit =
    side === 'downstream' && 'downstream' in decision
      ? decision.downstream.id
      : decision.upstream.id;
  if (movedTo !== undefined) return say('stale.moved', { unit, to: movedTo });
  const what = say(`stale.${problem}`, { unit });
  if (nearest === undefined) return what;
  const shown = harmless(textOf(alignment, nearest));
  const text = truncate(shown, NEAREST_WIDTH, TRUNCATION_MARKS[language]);
  return `${what}; ${say('stale.nearest', { unit: nearest, text })}`;
}

function textOf({ upstream, downstream }: Alignment, id: string): string {
  for (const { sections, sentences } of [...upstream.documents, ...downstream.documents]) {
    const sentence = sentences.find((unit) => unit.id === id);
    if (sentence !== undefined) return sentence.text;
    const section = sections.find((unit) => unit.id === id);
    if (section !== undefined) return section.label + section.heading;
  }
  return '';
}
