import { ERRORS, type ErrorCode, type ParamsOf } from './errors.js';

export type MessageLanguage = 'zh' | 'en';

/**
 * Something a user did wrong or gave wrong: ends with exit code 2.
 *
 * `message` is English; `describe` gives message and hint in either language.
 */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, params: Readonly<Record<string, string | number>>) {
    super(fill(ERRORS[code].en.message, params));
    this.name = 'UserError';
    this.code = code;
    this.params = params;
  }

  describe(language: MessageLanguage): { message: string; hint: string } {
    const words = ERRORS[this.code][language];
    return { message: fill(words.message, this.params), hint: fill(words.hint, this.params) };
  }
}

/** Make a `UserError`; a missing or misspelt parameter does not compile. */
export function userError<Code extends ErrorCode>(code: Code, params: ParamsOf<Code>): UserError {
  return new UserError(code, params as Readonly<Record<string, string | number>>);
}

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
