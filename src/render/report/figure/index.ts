import { REPORT_WORDS } from '../../../messages/index.js';
import type { Report } from '../../../model/index.js';
import type { ReportOptions } from '../options.js';
import { coverageDrawing } from './coverage.js';
import { flowDrawing } from './flow.js';
import { matrixDrawing } from './matrix.js';
import { type Drawing, standaloneSvg } from './svg.js';

export const FIGURES = ['coverage', 'matrix', 'flow'] as const;
export type Figure = (typeof FIGURES)[number];

/** One picture of a report, as a drawing for a page or a file. */
export function drawingOf(report: Report, figure: Figure, language: 'zh' | 'en'): Drawing {
  const words = REPORT_WORDS[language];
  switch (figure) {
    case 'coverage':
      return coverageDrawing(report, words, language);
    case 'matrix':
      return matrixDrawing(report, words);
    case 'flow':
      return flowDrawing(report, words);
    default:
      return figure satisfies never;
  }
}

/** A picture as an SVG file, ready for a text or to be turned into PNG. */
export function renderFigure(report: Report, figure: Figure, options: ReportOptions): string {
  return standaloneSvg(drawingOf(report, figure, options.language));
}
