export {
  checkThemeChange,
  type ThemeChange,
  type ThemeChangeUnit,
} from './change.js';
export {
  diagnoseThemes,
  type IdleEntry,
  type ShadowedTerm,
  type ThemeDiagnosis,
  type ThemeOverlap,
} from './diagnose.js';
export { labelThemes } from './label.js';
export { type CompiledThemes, compileThemes, type ThemeHit } from './match.js';
export { type ProposeOptions, proposeTerms, type TermCandidate } from './propose.js';
