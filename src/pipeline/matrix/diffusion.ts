/** How wordings went through the papers of a matrix. */
import { clauseRangesOf, diffusion } from '../../findings/index.js';
import type { Diffusion, Region, Spread } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import type { Workspace } from '../workspace.js';
import type { MatrixResult } from './index.js';

/**
 * The summary of a matrix whose rows have `traces`: rankings, uptake by level, region, theme and year, and what spread.
 *
 * *Errors*: those of reading the papers whose wordings are quoted.
 */
export async function diffusionOf(ws: Workspace, result: MatrixResult): Promise<Diffusion> {
  const regionOf = (code: string): Region => {
    const name = ws.regions().byCode.get(code)?.name;
    return { code, name: name ?? code };
  };
  const found = diffusion(result.rows(), regionOf);
  const spreads: Spread[] = [];
  for (const spread of found.spreads)
    spreads.push({ ...spread, text: await textOf(spread, found, result) });
  return { ...found, spreads };
}

async function textOf(
  { steps, sentence, start }: Spread,
  { papers }: Diffusion,
  result: MatrixResult,
): Promise<string> {
  const documents = await result.unitsOf(itemAt(papers, itemAt(steps, 0).paper));
  const unit = documents.flatMap(({ sentences }) => sentences)[sentence];
  if (unit === undefined) return '';
  // The marker of a section is none of its wording.
  const from = Math.max(start, unit.markerLength);
  const [clause] = clauseRangesOf(unit.text, from);
  return clause === undefined ? unit.text.slice(from) : unit.text.slice(clause.start, clause.end);
}
