import { doubtfulTexts } from '../findings/index.js';
import type { Alignment, DocumentUnits } from '../model/index.js';
import { wrapText } from '../text/index.js';
import type { CommandContext, Run } from './context.js';
import type { CommonOptions } from './io.js';

/**
 * Say before figures which of their texts are doubtful: with them where a person reads, on standard error
 * beside what a program reads.
 */
export function reportDoubts(
  { io }: CommandContext,
  { options, screen, emit }: Pick<Run<CommonOptions>, 'options' | 'screen' | 'emit'>,
  documents: readonly DocumentUnits[],
): void {
  const line = doubtfulTexts(documents, screen.language);
  if (line === undefined) return;
  if (options.format === 'terminal') emit(`${wrapText(line, screen.width, screen).join('\n')}\n`);
  else io.stderr.write(`${line}\n`);
}

/** The documents of both sides of alignments. */
export function documentsOf(alignments: readonly Alignment[]): readonly DocumentUnits[] {
  return alignments.flatMap(({ upstream, downstream }) => [
    ...upstream.documents,
    ...downstream.documents,
  ]);
}
