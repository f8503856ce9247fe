export { labelThemes } from './label.js';
export { type CompiledThemes, compileThemes, type ThemeHit } from './match.js';
