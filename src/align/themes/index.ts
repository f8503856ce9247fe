export { compileThemes, type CompiledThemes, type ThemeHit } from './match.js';
export { labelThemes } from './label.js';
