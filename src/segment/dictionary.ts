/**
 * The word segmenter's dictionary, read word by word as texts need it: reading all of its 150,000 words takes a
 * third of a second and 100 MB, and two plans have need of a tenth of them.
 */

/** A word of the dictionary: its parts of speech, a bit each, and how frequent it is, in the dictionary's unit. */
export interface DictionaryWord {
  readonly text: string;
  readonly kinds: number;
  readonly frequency: number;
}

/** Looks words up that begin at a place of a run of Han characters: the shorter before the longer. */
export type WordsAt = (run: string, at: number) => readonly DictionaryWord[];

/**
 * The words of some dictionaries by the place of a run that they stand at.
 *
 * A word can stand only where its first two characters do, so words are read when a run has these for the first
 * time. Of a word that is listed twice the later line holds.
 *
 * @param lists dictionaries of a line a word, `word|parts of speech|frequency`
 * @param learn is told every word that is read, before it is returned
 * @returns *Cost*: 15 ms at first, then some microseconds for every pair of characters not seen before
 */
export function wordsOnDemand(
  lists: readonly string[],
  learn: (word: DictionaryWord) => void,
): WordsAt {
  const byFirst = linesByFirst(lists);
  const known = new Map<string, readonly DictionaryWord[]>();
  const wordsBeginning = (beginning: string): readonly DictionaryWord[] => {
    const before = known.get(beginning);
    if (before !== undefined) return before;
    const words = wordsOf(linesThatBegin(byFirst.get(beginning.charAt(0)) ?? '', beginning));
    words.forEach(learn);
    known.set(beginning, words);
    return words;
  };
  return (run, at) => {
    const single = wordsBeginning(`${run.charAt(at)}|`);
    if (at + 1 >= run.length) return single;
    const longer = wordsBeginning(run.slice(at, at + 2)).filter(({ text }) =>
      run.startsWith(text, at),
    );
    return longer.length === 0 ? single : [...single, ...longer];
  };
}

/** Lines by the first UTF-16 unit of their word, each with a line feed before it. */
function linesByFirst(lists: readonly string[]): ReadonlyMap<string, string> {
  const byFirst = new Map<string, string>();
  for (const list of lists.map(withoutMark)) {
    for (let start = 0; start < list.length; ) {
      const first = list.charAt(start);
      // Neighbours mostly begin alike: they are taken together.
      let end = start;
      while (end < list.length && list.charAt(end) === first) end = lineEnd(list, end);
      byFirst.set(first, `${byFirst.get(first) ?? ''}\n${list.slice(start, end)}`);
      start = end;
    }
  }
  return byFirst;
}

/** A byte order mark would stand before the first word. */
function withoutMark(list: string): string {
  return list.replace(/^\uFEFF/u, '');
}

function lineEnd(list: string, at: number): number {
  const feed = list.indexOf('\n', at);
  return feed < 0 ? list.length : feed + 1;
}

function linesThatBegin(lines: string, beginning: string): string {
  const sought = `\n${beginning}`;
  let found = '';
  for (let at = lines.indexOf(sought); at >= 0; at = lines.indexOf(sought, at + 1)) {
    found += lines.slice(at + 1, lineEnd(lines, at + 1));
  }
  return found;
}

function wordsOf(lines: string): readonly DictionaryWord[] {
  const words = new Map<string, DictionaryWord>();
  for (const line of lines.split('\n')) {
    const [word = '', kinds, frequency] = line.split('|');
    if (frequency === undefined) continue;
    const text = word.trim();
    words.set(text, { text, kinds: Number(kinds), frequency: Number(frequency) });
  }
  return [...words.values()].sort((one, other) => one.text.length - other.text.length);
}
