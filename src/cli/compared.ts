import { groupBy, harmless, wrapText } from '../text/index.js';
import type { CommandContext, Run } from './context.js';
import type { CommonOptions } from './io.js';

interface Compared {
  readonly upstream: { readonly name: string };
  readonly downstream: { readonly name: string };
}

/** Say what is compared with what, where more than two sides were named and a person reads. */
export function sayCompared(
  { say }: CommandContext,
  { options, screen, emit }: Pick<Run<CommonOptions>, 'options' | 'screen' | 'emit'>,
  pairs: readonly Compared[],
): void {
  if (options.format !== 'terminal' || pairs.length < 2) return;
  const stars = [...groupBy(pairs, ({ upstream }) => upstream.name)].map(
    ([up, own]) => `${up} → ${own.map(({ downstream }) => downstream.name).join(say('between'))}`,
  );
  const line = say('compared', { count: pairs.length, pairs: stars.join('; ') });
  emit(`${wrapText(harmless(line), screen.width, screen).join('\n')}\n`);
}
