import {
  ERRORS,
  type ErrorText,
  fill,
  type MessageLanguage,
  type NamesIn,
  type Phrase,
  type PhraseParams,
  systemReason,
  wordParams,
} from '../messages/index.js';
import { harmless } from './harmless.js';

type ErrorCode = keyof typeof ERRORS;

type TextOf<C extends ErrorCode> = (typeof ERRORS)[C]['en'];

/** Names of the parameters in the English message and hint of one error. */
type ParamNames<C extends ErrorCode> = NamesIn<TextOf<C>['message']> | NamesIn<TextOf<C>['hint']>;

/** What is prose has to be a phrase, which is said in either language; names, paths and numbers are as they are. */
type ParamOf<Name> = Name extends 'problem' | 'advice'
  ? Phrase
  : Name extends 'allowed' | 'reason'
    ? string | Phrase
    : string | number;

type ErrorParams<C extends ErrorCode> = { readonly [Name in ParamNames<C>]: ParamOf<Name> };

/**
 * A wrong use or an unreadable input: one message, one hint, exit code 2, no stack.
 *
 * `message` and `hint` are the English texts; `describeError` gives them in either language.
 */
export class UserError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly hint: string;
  readonly params: PhraseParams;

  constructor(code: C, params: ErrorParams<C>, options?: ErrorOptions) {
    const { message, hint } = errorText(code, params, 'en');
    super(message, options);
    this.name = 'UserError';
    this.code = code;
    this.hint = hint;
    this.params = params;
  }
}

/** Message and hint of an error in the language of the user. */
export function describeError({ code, params }: UserError, language: MessageLanguage): ErrorText {
  return errorText(code, params, language);
}

function errorText(code: ErrorCode, params: PhraseParams, language: MessageLanguage): ErrorText {
  const text: ErrorText = ERRORS[code][language];
  const { reason } = params;
  const values = {
    ...wordParams(params, language),
    ...(typeof reason === 'string' && { reason: systemReason(reason, language) }),
  };
  const safe = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, oneLine(value)]),
  );
  return { message: fill(text.message, safe), hint: fill(text.hint, safe) };
}

/** Names and keys come from files: none may steer a terminal, or begin a line that a CI server takes for a command. */
function oneLine<Value>(value: Value): Value | string {
  return typeof value === 'string' ? harmless(value).replaceAll(/(?<!\s)\s*\n\s*/g, ' ') : value;
}
