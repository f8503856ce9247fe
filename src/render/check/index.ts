export { renderAnnotations } from './github/annotations.js';
export { renderCheckMarkdown } from './github/markdown.js';
export { checkJson } from './json/index.js';
export { renderJunit } from './junit/junit.js';
export { sarifLog } from './sarif/sarif.js';
export { renderFindings } from './terminal/index.js';
