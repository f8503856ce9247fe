export { renderAnnotations } from './annotations.js';
export { renderCheckMarkdown } from './markdown.js';
