import { phrase } from '../messages/index.js';
import type { ThemeAnswer, ThemeEdit } from '../model/index.js';
import { UserError } from '../text/index.js';
import { isMap, isScalar, isSeq, parseDocument, sequence, type YAMLSeq } from './yaml.js';

/** A theme file after some edits; remarks and order stay. In: a file that `readTheme` reads. */
export function editedTheme(content: string, edits: readonly ThemeEdit[]): string {
  const document = parseDocument(content);
  for (const edit of edits) {
    if (edit.kind === 'exclusion') {
      const known = document.get('exclusions');
      const list = isSeq(known) ? known : sequence();
      list.add(document.createNode(edit.text));
      if (list !== known) document.set('exclusions', list);
      continue;
    }
    const terms = document.get('terms');
    const groups: YAMLSeq[] = isSeq(terms)
      ? [terms]
      : isMap(terms)
        ? terms.items.flatMap(({ value }) => (isSeq(value) ? [value] : []))
        : [];
    for (const group of groups)
      group.items = group.items.filter((item) => textOf(item) !== edit.text);
    if (edit.to === undefined) continue;
    if (isSeq(terms)) terms.add(document.createNode({ text: edit.text, weight: edit.to }));
    else if (isMap(terms)) {
      const at = terms.items.find(({ key }) => isScalar(key) && Number(key.value) === edit.to);
      if (isSeq(at?.value)) at.value.add(document.createNode(edit.text));
      else terms.set(document.createNode(edit.to), document.createNode([edit.text]));
    }
  }
  return document.toString({ lineWidth: 0 });
}

function textOf(item: unknown): string | undefined {
  if (isScalar(item)) return String(item.value).trim();
  if (isMap(item)) return String(item.get('text')).trim();
  return undefined;
}

/** Answers as lines `yes` or `no`, a tab, the sentence. *Errors*: `corpus/bad-file` for any other line: it would be lost with the next answer. */
export function readAnswers(content: string, path: string): ThemeAnswer[] {
  return content
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index) => {
      const [, word, text] = /^(yes|no)\t(.+)$/.exec(line.trimEnd()) ?? [];
      if (text !== undefined) return [{ text, yes: word === 'yes' }];
      if (line.trim() === '') return [];
      const problem = phrase('theme/answer');
      const advice = phrase('theme/answer.advice');
      throw new UserError('corpus/bad-file', { path, line: index + 1, problem, advice });
    });
}

/** A later answer about a sentence stands for an earlier one. */
export function answersText(answers: readonly ThemeAnswer[]): string {
  const last = new Map(answers.map((answer) => [answer.text, answer]));
  return [...last.values()]
    .map(({ text, yes }) => `${yes ? 'yes' : 'no'}\t${text.replaceAll(/\s+/g, ' ')}\n`)
    .join('');
}
