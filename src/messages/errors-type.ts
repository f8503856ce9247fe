/** What a person reads of one error in one language. `{name}` marks a parameter. */
export interface ErrorText {
  readonly message: string;
  readonly hint: string;
}

/** One error in both languages. */
export interface ErrorSpec {
  readonly en: ErrorText;
  readonly zh: ErrorText;
}
