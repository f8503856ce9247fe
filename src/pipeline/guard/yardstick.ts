/** What a corpus is measured with. */
import type { ThemeInput, YardstickFile } from '../../check/index.js';
import { engineFolder, lexiconFile, lexiconNames, linksFile } from '../../corpus/index.js';
import type { Theme } from '../../model/index.js';
import { contentKey } from '../../text/index.js';
import { engineIdentity } from '../align.js';
import type { Workspace } from '../workspace.js';

/** Hex digits of a hash that are kept: a lock is read by people. */
const KEPT = 16;

const print = (...parts: readonly string[]): string => contentKey(...parts).slice(0, KEPT);

/** Everything that decides what is found in a text, by part. */
export function yardstickOf(ws: Workspace, themes: readonly ThemeInput[]): YardstickFile[] {
  const { corpus } = ws;
  const { embedded, shownRoot } = corpus;
  const links = linksFile(corpus);
  const own = (path: string): boolean => embedded || path.startsWith(`${shownRoot}/`);
  const engine = engineFolder(corpus).shown;
  const ownFit = ws.ownFit();
  return [
    {
      kind: 'engine',
      name: 'engine',
      path: ownFit?.shown ?? `${engine}/manifest.json`,
      print: print(engineIdentity(ws)),
      shipped: ownFit === undefined && !own(engine),
    },
    ...(links === undefined
      ? []
      : [{ kind: 'decisions' as const, name: 'links.yaml', ...links }]
    ).map((file) => ({ ...file, print: print(...meant(file.content)), shipped: false })),
    ...lexiconNames().map((name): YardstickFile => {
      const { path, content } = lexiconFile(corpus, name);
      return {
        kind: 'lexicon',
        name,
        path,
        content,
        print: print(...meant(content)),
        shipped: !own(path),
      };
    }),
    ...themes.flatMap(({ theme, path, content, shipped = false }): YardstickFile[] =>
      theme === undefined
        ? []
        : [
            {
              kind: 'theme',
              name: theme.id,
              path,
              content,
              print: print(themeText(theme)),
              shipped,
            },
          ],
    ),
  ];
}

/** Lines less remarks and blanks. */
function meant(content: string): string[] {
  return content
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.trimStart().startsWith('#'));
}

/** What a theme finds, whatever its order and its names. */
function themeText({ terms, patterns, exclusions }: Theme): string {
  const sorted = (entries: Theme['terms']) =>
    entries.map(({ text, weight }) => `${text} ${weight}`).sort();
  return JSON.stringify([sorted(terms), sorted(patterns), [...exclusions].sort()]);
}
