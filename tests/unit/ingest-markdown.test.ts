import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';

const rows: [name: string, markdown: string, expected: string][] = [
  ['plain text', '坚持系统观念。', '坚持系统观念。'],
  ['headings', '# 某市方案 #\n\n## 一、总则\n正文。', '[h1]某市方案\n\n[h2]一、总则\n正文。'],
  [
    'underlined headings',
    '某市方案\n====\n\n一、总则\n---\n正文。',
    '[h1]某市方案\n\n[h2]一、总则\n正文。',
  ],
  ['a rule first is no head', '---\n\n甲。\n\n---\n乙。', '\n甲。\n\n乙。'],
  ['comments', '甲<!-- 一\n二 -->乙。<!-- 不完', '甲乙。<!-- 不完'],
  ['rules', '上。\n\n---\n\n***\n下。', '上。\n\n\n下。'],
  [
    'lines of one paragraph',
    '加快建设\n制造强市。\n\nGreen\nand low',
    '加快建设制造强市。\n\nGreen and low',
  ],
  ['a stated line break', '上行  \n下行\\\n末行', '上行\n下行\n末行'],
  ['emphasis', '**坚持**创新*驱动*，__着力__，补短板~~等~~。', '坚持创新驱动，着力，补短板等。'],
  ['signs that are no emphasis', '2 * 3 * 4，a_b_c，__init', '2 * 3 * 4，a_b_c，__init'],
  [
    'links and pictures',
    '见[方案](http://x.cn/a(1).html "题")和![图](a.png)[附件][1]。\n\n[1]: http://x.cn',
    '见方案和附件。',
  ],
  [
    'brackets of documents are no links',
    '国发[2021]4号，〔2021〕5号，[见附件]',
    '国发[2021]4号，〔2021〕5号，[见附件]',
  ],
  ['escapes', '1\\. 甲\\*乙\\*', '1. 甲*乙*'],
  ['code and entities', '`a*b*`&nbsp;&amp;<br>', 'a*b*\u00a0&'],
  ['printed numbers stay', '1. 甲\n2. 乙\n   续', '[list-item]1. 甲\n[list-item]2. 乙续'],
  ['bullets', '- 甲\n- **乙**', '[list-item]甲\n[list-item]乙'],
  ['a dash that is a Chinese marker', '——甲\n\n—乙', '——甲\n\n—乙'],
  ['quotes', '> 会议指出。\n> 会议强调。', '会议指出。会议强调。'],
  [
    'tables',
    '| 指标 | 目标 |\n|:--|--:|\n| 甲\\|乙 | **1** |\n\n后文',
    '[table-row]指标|目标\n[table-row]甲|乙|1\n\n后文',
  ],
  ['footnotes', '甲[^1]乙。\n\n[^1]: 出处。', '甲乙。\n\n[footnote]出处。'],
  ['fenced text', '```text\n# 不是标题\n```', '# 不是标题'],
  [
    'a YAML head stays',
    '---\nid: a\ntitle: "# 甲"\n---\n# 乙',
    '---\nid: a\ntitle: "# 甲"\n---\n[h1]乙',
  ],
];

describe('Markdown becomes paragraphs', () => {
  it.each(rows)('%s', async (_, markdown, expected) => {
    const { text, hints, layout } = await readBytes(Buffer.from(markdown), 'x.md');
    const marks = new Map(hints.map(({ start, role, outline }) => [start, role ?? `h${outline}`]));
    let at = 0;
    const shown = text.split('\n').map((line) => {
      const mark = marks.get(at);
      at += line.length + 1;
      return `${mark === undefined ? '' : `[${mark}]`}${line.replaceAll('\t', '|')}`;
    });
    expect([layout, shown.join('\n').trimEnd()]).toEqual(['paragraphs', expected]);
  });

  it('counts the marks it resolves', async () => {
    const { counts } = await readBytes(Buffer.from('# **甲**\n- [乙](x)'), 'x.md');
    expect(counts).toEqual({
      'markdown-heading': 1,
      'markdown-emphasis': 1,
      'markdown-bullet': 1,
      'markdown-link': 1,
    });
  });

  it('does not stumble over a line of very many blanks or signs', async () => {
    const blanks = ' '.repeat(200_000);
    const signs = '['.repeat(20_000);
    const { text } = await readBytes(Buffer.from(`# 甲${blanks}乙\n\n${signs}`), 'x.md');
    // A boolean: the difference of two such lines takes a minute to print.
    expect(text === `甲${blanks}乙\n\n${signs}\n`).toBe(true);
  });

  it('that holds nothing is an error', async () => {
    await expect(readBytes(Buffer.from('***\n'), 'x.md')).rejects.toMatchObject({
      code: 'ingest/empty',
    });
  });
});
