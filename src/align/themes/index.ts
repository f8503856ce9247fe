export { checkThemeChange } from './change.js';
export { diagnoseThemes } from './diagnose.js';
export { labelThemes } from './label.js';
export { type CompiledThemes, compileThemes } from './match.js';
export { proposeTerms } from './propose.js';
export { learnTheme, tryTheme } from './trial.js';
