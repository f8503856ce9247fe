export { checkThemeChange } from './change.js';
export { diagnoseThemes } from './diagnose.js';
export { labelThemes } from './label.js';
export { type CompiledThemes, compileThemes, type ThemeHit } from './match.js';
export { type ProposeOptions, proposeTerms, type TermCandidate } from './propose.js';
