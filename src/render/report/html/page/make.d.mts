/** The text of `script.ts`. */
export function scriptModule(): string;
