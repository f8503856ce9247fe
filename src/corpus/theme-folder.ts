import type { Theme } from '../model/index.js';
import { itemAt, UserError } from '../text/index.js';
import { readTheme, type ThemeFileProblem } from './theme-file.js';

/** A theme file as read from disk. */
export interface ThemeFile {
  /** As shown to the user. */
  readonly path: string;
  readonly content: string;
}

/**
 * Reads a folder of theme files.
 *
 * *Out*: the themes in the order of the files.
 * *Errors*: `corpus/bad-file` for the first fault; an id that two files share is one.
 */
export function readThemes(files: readonly ThemeFile[]): readonly Theme[] {
  const paths = new Map<string, string>();
  return files.map(({ path, content }) => {
    const theme = readThemeFile({ path, content });
    const first = paths.get(theme.id);
    if (first !== undefined) {
      const problem = `the theme id "${theme.id}" stands in ${first} already`;
      throw new UserError('corpus/bad-file', {
        path,
        line: 1,
        problem,
        advice: 'Give one of them another id.',
      });
    }
    paths.set(theme.id, path);
    return theme;
  });
}

/** One of them. */
export function readThemeFile({ path, content }: ThemeFile): Theme {
  const { theme, problems } = readTheme(content, path);
  if (theme === undefined) throw faultOf(itemAt(problems, 0));
  return theme;
}

function faultOf({ path, line, column, message, hint }: ThemeFileProblem): Error {
  return new UserError('corpus/bad-file', {
    path,
    line: `${line}:${column}`,
    problem: message,
    advice: hint,
  });
}
