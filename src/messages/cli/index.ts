import { ANALYSIS_TEXTS } from '../findings/index.js';
import type { PlainCode, Say } from '../words.js';
import { COMMAND_TEXTS } from './commands.js';
import { HELP_TEXTS } from './help.js';
import { MATRIX_TEXTS } from './matrix.js';
import { MODEL_TEXTS } from './model.js';
import { OWN_FIT_TEXTS } from './own-fit.js';
import { PRODUCT_TEXTS } from './products.js';
import { REVIEW_TEXTS } from './review.js';
import { SEARCH_TEXTS } from './search.js';
import { THEME_TEXTS } from './themes.js';

/** Everything the command line says of itself, by code. */
export const CLI_TEXTS = {
  ...ANALYSIS_TEXTS,
  ...COMMAND_TEXTS,
  ...HELP_TEXTS,
  ...MATRIX_TEXTS,
  ...MODEL_TEXTS,
  ...OWN_FIT_TEXTS,
  ...PRODUCT_TEXTS,
  ...REVIEW_TEXTS,
  ...SEARCH_TEXTS,
  ...THEME_TEXTS,
} as const;

/** The command line's texts in the language of its user. */
export type CliSay = Say<typeof CLI_TEXTS>;

/** Codes of texts without parameters. */
export type CliCode = PlainCode<typeof CLI_TEXTS>;
