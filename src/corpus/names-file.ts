import { UserError } from '../text/index.js';
import { parseDocument as parseYaml } from './yaml.js';

/** One line of `lexicon/document-names.yaml`, compiled. */
interface NameRule {
  readonly pattern: RegExp;
  readonly id: string;
}

/** Errors: `corpus/bad-file` for what is not a list of `{ pattern, id }` or does not compile. */
export function readNamesFile(content: string, path: string): NameRule[] {
  const rules = parseYaml(content).toJS() as unknown;
  const wrong = (problem: string): Error =>
    new UserError('corpus/bad-file', {
      path,
      line: 1,
      problem,
      advice: "Example: - { pattern: '中央经济工作会议', id: 'cewc-{year}' }",
    });
  if (!Array.isArray(rules)) throw wrong('it wants a list of { pattern, id }');
  return rules.map((rule: { pattern?: unknown; id?: unknown }) => {
    if (typeof rule?.pattern !== 'string' || typeof rule.id !== 'string')
      throw wrong('an entry wants pattern and id');
    try {
      return { pattern: new RegExp(rule.pattern, 'u'), id: rule.id };
    } catch {
      throw wrong(`the pattern "${rule.pattern}" does not compile`);
    }
  });
}
