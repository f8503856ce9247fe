import { RULE_GROUPS, type Rule, type RuleGroup } from './types.js';

const GROUPS: Readonly<Record<RuleGroup, string>> = {
  structure: 'Structure 结构',
  text: 'Text 文字',
  head: 'Document heads 文件头',
  corpus: 'Corpus 语料库',
  theme: 'Themes 主题',
  reference: 'References 引用',
  phrase: 'Set phrases 提法',
  link: 'Links and coverage 对应与承接率',
  meta: 'Ignores 忽略项',
};

/** `docs/rules.md`, made from the registry; a test holds the file to it. */
export function rulesMarkdown(rules: readonly Rule[]): string {
  const parts = RULE_GROUPS.flatMap((group) => {
    const own = rules.filter((rule) => rule.group === group);
    return [`## ${GROUPS[group]}`, ...own.map(ruleSection)];
  });
  const intro = [
    '# Rules of `duibiao check`',
    'Made from `src/check/registry.ts`; do not edit by hand.',
    'A severity may be changed and a finding ignored in `duibiao.config.yaml`, see [ci.md](ci.md).',
  ];
  return `${[intro.join('\n\n'), ...parts].join('\n\n')}\n`;
}

function ruleSection(rule: Rule): string {
  const fix = rule.fixable === true ? ', mended by `--fix`' : '';
  return [
    `### ${rule.id}`,
    `${rule.title.en} · ${rule.title.zh} (${rule.severity}${fix})`,
    `${rule.help.en}\n${rule.help.zh}`,
    `Found:\n\n${fenced(rule.bad)}`,
    `In order:\n\n${fenced(rule.good)}`,
  ].join('\n\n');
}

function fenced(text: string): string {
  const shown = text.replaceAll(
    /[\u200b\ue000-\uf8ff]/g,
    (char) => `<U+${char.charCodeAt(0).toString(16).toUpperCase()}>`,
  );
  return `\`\`\`text\n${shown}\n\`\`\``;
}
