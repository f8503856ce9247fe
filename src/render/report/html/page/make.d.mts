/** Folders of the pages that have a script. */
export const PAGES: readonly string[];
/** The text of a page's `script.ts`. */
export function scriptModule(folder: string): Promise<string>;
