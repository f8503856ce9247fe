import { phrase } from '../messages/index.js';
import type { Theme } from '../model/index.js';
import { itemAt, UserError } from '../text/index.js';
import { readTheme, type ThemeFileProblem } from './theme-file.js';

/** A theme file as read from disk. */
interface ThemeFile {
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
      throw new UserError('corpus/bad-file', {
        path,
        line: 1,
        problem: phrase('theme/id-taken', { id: theme.id, first }),
        advice: phrase('theme/id-taken.advice'),
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

function faultOf({ path, line, column, problem, advice }: ThemeFileProblem): Error {
  return new UserError('corpus/bad-file', {
    path,
    line: `${line}:${column}`,
    problem,
    advice,
  });
}
