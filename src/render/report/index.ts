export { renderDiffusionHtml } from './diffusion/index.js';
export { FIGURES, type Figure } from './figure/index.js';
export { REPORT_RENDERERS, type ReportRenderer, reportRenderer } from './registry.js';
