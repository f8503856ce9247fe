import type { Alignment } from '../model/index.js';
import type { CommandContext } from './context.js';

/** Warn on standard error of overrides in `links.yaml` that no longer fit the texts. */
export function reportStale({ io, say }: CommandContext, alignments: readonly Alignment[]): void {
  for (const { staleOverrides = [] } of alignments) {
    for (const { override, side, problem, movedTo } of staleOverrides) {
      const pair = `${override.upstream.id} → ${override.downstream.id}`;
      const key = movedTo === undefined ? (`stale.${problem}` as const) : 'stale.moved';
      const unit = override[side].id;
      io.stderr.write(
        `${say('warning')}: links.yaml: ${pair}: ${say(key, { unit, to: movedTo ?? '' })}\n`,
      );
    }
  }
}
