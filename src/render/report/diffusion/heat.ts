import type { RegionUptake } from '../../../model/index.js';
import { percent } from '../../../text/index.js';
import { PART_COLOURS } from '../../index.js';
import { type Drawing, shortLabel, svgRect, svgText } from '../figure/svg.js';
import { type DiffusionPage, shareOf } from './view.js';

const LABEL = 190;
const CELL = { width: 46, height: 24 };
/** Room for the turned names of themes. */
const HEAD = 150;

/** Regions by themes, the darker the more is carried; every cell also says its number. */
export function heatDrawing(page: DiffusionPage): Drawing {
  const { found, words } = page;
  const { regions, themes } = found;
  const column = (index: number): number => LABEL + index * CELL.width;
  const heads = themes.map((theme, i) =>
    svgText(column(i) + 26, HEAD - 8, shortLabel(page.themeName(theme), 22), {
      turn: -50,
      size: 12,
    }),
  );
  const rows = regions.flatMap((region, row) => rowMarks(page, region, HEAD + row * CELL.height));
  return {
    width: column(themes.length) + 130,
    height: HEAD + regions.length * CELL.height + 8,
    title: words.regions.title,
    body: [...heads, ...rows],
  };
}

function rowMarks(
  page: DiffusionPage,
  { region, papers, themes }: RegionUptake,
  y: number,
): string[] {
  const { found, words } = page;
  const label = `${shortLabel(region.name, 18)} · ${words.regions.papers({ count: papers })}`;
  const cells = found.themes.flatMap((theme, i) => {
    const own = themes[theme];
    const share = shareOf(own);
    if (own === undefined || share === undefined) return [];
    const x = LABEL + i * CELL.width;
    const title = words.regions.cell({
      ...{ region: region.name, theme: page.themeName(theme), share: percent(share) },
      ...{ carried: own.carried, clauses: own.clauses },
    });
    const box = { x: x + 1, y: y + 1, width: CELL.width - 2, height: CELL.height - 2 };
    return [
      svgRect(box, PART_COLOURS.verbatim, { opacity: 0.06 + 0.62 * share, title }),
      svgText(x + CELL.width / 2, y + 17, String(Math.round(share * 100)), {
        anchor: 'middle',
        size: 12,
      }),
    ];
  });
  return [svgText(LABEL - 8, y + 17, label, { anchor: 'end', size: 12 }), ...cells];
}
