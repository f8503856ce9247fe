import { wordPhrase } from '../../messages/index.js';
import type { Theme } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { linePlace } from '../place.js';
import type { CorpusRule, CorpusState, ThemeInput } from '../types.js';

/** A theme file that cannot be read. */
export const themeInvalid: CorpusRule = {
  id: 'theme-invalid',
  scope: 'corpus',
  group: 'theme',
  severity: 'error',
  title: { en: 'Theme file wrong', zh: '主题文件有误' },
  help: {
    en: 'Theme files follow corpus/themes/README.md: id, labels, terms and patterns by weight, exclusions.',
    zh: '主题文件格式见 corpus/themes/README.md：id、labels、按权重分组的 terms 和 patterns、exclusions。',
  },
  message: { en: '{problem}', zh: '主题文件有误：{problem}' },
  bad: 'A theme without `labels`, or a term that stands twice.',
  good: 'A file that `duibiao themes` reads.',
  run: ({ themes }) =>
    themes.flatMap(({ path, problems }) =>
      problems.map(({ line, column, problem }) => ({
        path,
        place: linePlace(line, column),
        params: { problem },
        // Locks hold fingerprints of it, so it stays the English text.
        key: wordPhrase(problem, 'en'),
      })),
    ),
};

/** Entries listed in a message; the rest is counted. */
const NAMED = 5;

/** Terms that stand in no document. */
export const themeUnusedTerm: CorpusRule = {
  id: 'theme-unused-term',
  scope: 'corpus',
  group: 'theme',
  severity: 'info',
  title: { en: 'Theme terms that never occur', zh: '主题词未出现' },
  help: {
    en: 'One note a theme, with the terms that stand in no document of the corpus. A list is written for more texts than these: a remark, not a fault.',
    zh: '每个主题一条，列出语料中没有出现的词。词表面向更多文本，仅作提示。',
  },
  message: {
    en: '{count} of {all} entries of "{theme}" occur in no document: {examples}.',
    zh: '主题“{theme}”的 {all} 个词中有 {count} 个未在语料中出现：{examples}。',
  },
  bad: 'A term 元宇宙 in a theme, and no document that has it.',
  good: 'Terms of which each occurs somewhere.',
  run: (state) =>
    readable(state).flatMap(({ path, content, theme }) => {
      const used = new Set([...state.uses.values()].flatMap((use) => use.used[theme.id] ?? []));
      const entries = [...theme.terms, ...theme.patterns];
      const idle = entries.filter((_, index) => !used.has(index));
      if (idle.length === 0 || idle.length === entries.length) return [];
      const examples = idle.slice(0, NAMED).map(({ text }) => text);
      const place = linePlace(lineOf(content, itemAt(idle, 0).text));
      const params = {
        count: idle.length,
        all: entries.length,
        theme: theme.id,
        examples: examples.join('、') + (idle.length > NAMED ? ' …' : ''),
      };
      return [
        { path, place, params, key: `${theme.id} ${idle.map(({ text }) => text).join(' ')}` },
      ];
    }),
};

/** A theme no sentence belongs to. */
export const themeNeverMatches: CorpusRule = {
  id: 'theme-never-matches',
  scope: 'corpus',
  group: 'theme',
  severity: 'warning',
  title: { en: 'Theme that never matches', zh: '主题没有命中任何句子' },
  help: {
    en: 'No sentence of the corpus belongs to the theme: its coverage says nothing.',
    zh: '语料中没有任何句子属于该主题，其承接率没有意义。',
  },
  message: { en: 'No sentence belongs to "{theme}".', zh: '没有句子属于主题“{theme}”。' },
  bad: 'A theme on seabed mining in a corpus of inland cities.',
  good: 'A theme that some sentence belongs to.',
  run: (state) => {
    if (state.uses.size === 0) return [];
    return readable(state)
      .filter(({ theme }) => sentencesOf(state, theme.id).size === 0)
      .map(({ path, theme }) => ({
        path,
        place: linePlace(1),
        params: { theme: theme.id },
        key: theme.id,
      }));
  },
};

/** Two themes that share more than this part of their sentences are hardly two. */
const MOST_SHARED = 0.5;

/** Two themes with much the same sentences. */
export const themeOverlap: CorpusRule = {
  id: 'theme-overlap',
  scope: 'corpus',
  group: 'theme',
  severity: 'info',
  title: { en: 'Themes overlap', zh: '主题重叠' },
  help: {
    en: 'Of the sentences in either theme, more than half are in both: figures by theme count them twice.',
    zh: '两个主题的句子一半以上相同，按主题统计时会重复计算。',
  },
  message: {
    en: '"{theme}" and "{other}" share {shared} of {either} sentences.',
    zh: '主题“{theme}”与“{other}”的 {either} 个句子中有 {shared} 个相同。',
  },
  bad: 'A theme “carbon” beside “carbon-peak” with the same terms.',
  good: 'Themes with sentences of their own.',
  run: (state) => {
    const themes = readable(state).map((file) => ({
      ...file,
      sentences: sentencesOf(state, file.theme.id),
    }));
    return themes.flatMap((first, i) =>
      themes.slice(i + 1).flatMap((second) => {
        const shared = [...first.sentences].filter((id) => second.sentences.has(id)).length;
        const either = first.sentences.size + second.sentences.size - shared;
        if (either === 0 || shared / either <= MOST_SHARED) return [];
        const params = { theme: second.theme.id, other: first.theme.id, shared, either };
        const key = `${first.theme.id} ${second.theme.id}`;
        return [{ path: second.path, place: linePlace(1), params, key }];
      }),
    );
  },
};

/** The corpus's own themes that can be read. */
function readable({ themes }: CorpusState): (ThemeInput & { readonly theme: Theme })[] {
  return themes.flatMap((file) =>
    file.theme === undefined || file.shipped === true ? [] : [{ ...file, theme: file.theme }],
  );
}

function sentencesOf({ uses }: CorpusState, theme: string): ReadonlySet<string> {
  return new Set([...uses.values()].flatMap((use) => use.labelled[theme] ?? []));
}

function lineOf(content: string, text: string): number {
  const at = content.indexOf(text);
  return at < 0 ? 1 : content.slice(0, at).split('\n').length;
}
