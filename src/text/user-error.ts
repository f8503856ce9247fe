import { ERRORS, type ErrorText } from './errors.js';

type ErrorCode = keyof typeof ERRORS;

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

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
    super(fill(ERRORS[code].en.message, params), options);
    this.name = 'UserError';
    this.code = code;
    this.hint = fill(ERRORS[code].en.hint, params);
    this.params = params;
  }
}

/** Message and hint of an error in the language of the user. */
export function describeError(error: UserError, language: 'zh' | 'en'): ErrorText {
  const text: ErrorText = ERRORS[error.code][language];
  return { message: fill(text.message, error.params), hint: fill(text.hint, error.params) };
}

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  // `[Did you mean {nearest}? ]` is left out where there is nothing near.
  const whole = template.replace(
    /\[([^[\]]*\{(\w+)\}[^[\]]*)\]/g,
    (_, part: string, name: string) => (params[name] === '' ? '' : part),
  );
  return whole.replace(/\{(\w+)\}/g, (all, name: string) => String(params[name] ?? all));
}
