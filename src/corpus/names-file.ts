import { type Phrase, phrase } from '../messages/index.js';
import { UserError } from '../text/index.js';
import { findPatternFault } from './theme-pattern.js';
import { parseDocument as parseYaml, yamlFault } from './yaml.js';

/** One line of `lexicon/document-names.yaml`. */
interface WrittenName {
  readonly pattern: string;
  readonly id: string;
}

/** Names are looked for in so many characters of a title; the longest titles seen have some 120. */
const LONGEST_NAME = 400;

const EXAMPLE = "- { pattern: '中央经济工作会议', id: 'cewc-{year}' }";

/** Errors: `corpus/bad-file` for what is not a list of `{ pattern, id }` or of patterns that do not compile or could take long. */
export function readNamesFile(content: string, path: string): WrittenName[] {
  const example = phrase('names/example.advice', { example: EXAMPLE });
  const wrong = (problem: Phrase, advice = example): Error =>
    new UserError('corpus/bad-file', { path, line: 1, problem, advice });
  const document = parseYaml(content);
  const [fault] = document.errors;
  if (fault !== undefined) throw wrong(yamlFault(fault));
  const rules = document.toJS() as unknown;
  if (!Array.isArray(rules)) throw wrong(phrase('names/list', { form: '{ pattern, id }' }));
  return rules.map((rule: { pattern?: unknown; id?: unknown }) => {
    if (typeof rule?.pattern !== 'string' || typeof rule.id !== 'string')
      throw wrong(phrase('names/entry'));
    const faulty = findPatternFault(rule.pattern, LONGEST_NAME);
    if (faulty !== undefined) throw wrong(faulty.problem, faulty.advice);
    return { pattern: rule.pattern, id: rule.id };
  });
}

/** Rules of a names file, ready to be looked for. */
export function compileNames(names: readonly WrittenName[]): { pattern: RegExp; id: string }[] {
  return names.map(({ pattern, id }) => ({ pattern: new RegExp(pattern, 'u'), id }));
}
