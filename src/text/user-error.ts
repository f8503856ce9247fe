import {
  ERRORS,
  type ErrorText,
  fill,
  type MessageLanguage,
  type NamesIn,
  systemReason,
} from '../messages/index.js';

type ErrorCode = keyof typeof ERRORS;

type TextOf<C extends ErrorCode> = (typeof ERRORS)[C]['en'];

/** Names of the parameters in the English message and hint of one error. */
type ParamNames<C extends ErrorCode> = NamesIn<TextOf<C>['message']> | NamesIn<TextOf<C>['hint']>;

type ErrorParams<C extends ErrorCode> = Readonly<Record<ParamNames<C>, string | number>>;

/**
 * A wrong use or an unreadable input: one message, one hint, exit code 2, no stack.
 *
 * `message` and `hint` are the English texts; `describeError` gives them in either language.
 */
export class UserError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly hint: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: C, params: ErrorParams<C>, options?: ErrorOptions) {
    super(fill(ERRORS[code].en.message, worded(params, 'en')), options);
    this.name = 'UserError';
    this.code = code;
    this.hint = fill(ERRORS[code].en.hint, params);
    this.params = params;
  }
}

/** Message and hint of an error in the language of the user. */
export function describeError(error: UserError, language: MessageLanguage): ErrorText {
  const text: ErrorText = ERRORS[error.code][language];
  const params = worded(error.params, language);
  return { message: fill(text.message, params), hint: fill(text.hint, params) };
}

/** A system's code that stands as the reason, put in words. */
function worded(
  params: Readonly<Record<string, string | number>>,
  language: MessageLanguage,
): Readonly<Record<string, string | number>> {
  const { reason } = params;
  return typeof reason === 'string'
    ? { ...params, reason: systemReason(reason, language) }
    : params;
}
