import { type Phrase, phrase } from '../messages/index.js';
import { UserError } from '../text/index.js';
import { parseDocument as parseYaml, yamlFault } from './yaml.js';

/** One line of `lexicon/document-names.yaml`, compiled. */
interface NameRule {
  readonly pattern: RegExp;
  readonly id: string;
}

const EXAMPLE = "- { pattern: '中央经济工作会议', id: 'cewc-{year}' }";

/** Errors: `corpus/bad-file` for what is not a list of `{ pattern, id }` or does not compile. */
export function readNamesFile(content: string, path: string): NameRule[] {
  const wrong = (problem: Phrase): Error =>
    new UserError('corpus/bad-file', {
      path,
      line: 1,
      problem,
      advice: phrase('names/example.advice', { example: EXAMPLE }),
    });
  const document = parseYaml(content);
  const [fault] = document.errors;
  if (fault !== undefined) throw wrong(yamlFault(fault));
  const rules = document.toJS() as unknown;
  if (!Array.isArray(rules)) throw wrong(phrase('names/list', { form: '{ pattern, id }' }));
  return rules.map((rule: { pattern?: unknown; id?: unknown }) => {
    if (typeof rule?.pattern !== 'string' || typeof rule.id !== 'string')
      throw wrong(phrase('names/entry'));
    try {
      return { pattern: new RegExp(rule.pattern, 'u'), id: rule.id };
    } catch {
      throw wrong(phrase('names/pattern', { pattern: rule.pattern }));
    }
  });
}
