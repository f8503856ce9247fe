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
  [
    'emphasis beside Chinese brackets and quotes',
    '**（一）**指导思想。坚持**“四水四定”**原则。',
    '（一）指导思想。坚持“四水四定”原则。',
  ],
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
  ['a numbered line right after text', '总则\n2. 乙\n3) 丙', '总则\n2. 乙\n3) 丙'],
  ['lines with a printed indent', '　　甲。\n　　乙。', '　　甲。\n　　乙。'],
  ['indented text is no code', '甲。\n\n    乙。', '甲。\n\n乙。'],
  [
    'items inside items, of two paragraphs, and empty',
    '1. - 甲\n\n   乙\n2.\n3. # 丙',
    '[list-item]1. 甲\n\n[list-item]乙\n[list-item]2.\n[h1]3. 丙',
  ],
  ['tasks', '- [x] 甲\n- [ ] 乙', '[list-item]甲\n[list-item]乙'],
  ['bullets', '- 甲\n- **乙**', '[list-item]甲\n[list-item]乙'],
  ['a dash that is a Chinese marker', '——甲\n\n—乙', '——甲\n\n—乙'],
  ['quotes', '> 会议指出。\n> 会议强调。', '会议指出。会议强调。'],
  [
    'tables',
    '| 指标 | 目标 |\n|:--|--:|\n| 甲\\|乙 | **1** |\n\n后文',
    '[table-row]指标|目标\n[table-row]甲|乙|1\n\n后文',
  ],
  [
    'simple tables of pandoc, with Han characters two cells wide',
    '前文\n\n  指标   任务           单位\n  ------ -------------- ------\n  1      节水**改造**   市局\n  2      再生水 回用\n\n后文',
    '前文\n\n\n[table-row]指标|任务|单位\n[table-row]1|节水改造|市局\n[table-row]2|再生水 回用|\n后文',
  ],
  [
    'simple tables without a head',
    '前文\n\n------ ------\n甲     乙\n丙     丁\n------ ------\n\n后文',
    '前文\n\n\n[table-row]甲|乙\n[table-row]丙|丁\n后文',
  ],
  [
    'tables whose rows take several lines',
    '--------------------------\n指标   任务\n------ -------------------\n1      节水改造，\n       再生水回用\n\n2      巡查\n--------------------------\n\n后文',
    '\n\n[table-row]指标|任务\n[table-row]1|节水改造，再生水回用\n[table-row]2|巡查\n后文',
  ],
  [
    'tables with a grid',
    '+------+----------+\n| 指标 | 任务     |\n+======+==========+\n| 1    | 节水     |\n|      | 改造     |\n+------+----------+\n| 2    | 巡查     |\n+------+----------+\n\n后文',
    '\n[table-row]指标|任务\n[table-row]1|节水改造\n[table-row]2|巡查\n后文',
  ],
  [
    'a grid whose rows do not fit is text',
    '+---+---+\n| 甲 |\n+---+---+\n\n后文',
    '+---+---+\n| 甲 | +---+---+\n\n后文',
  ],
  [
    'figures that a converter wrote as formulas',
    '达到 $90\\%$ ，新增 $1 0 0 0$ 公顷，$2000\\mathrm{km}$ 、$1 0 \\sim 2 0 \\%$，$5 \\times 10 ^ { 3 }$ ，$\\geq 8 5 \\%$',
    '达到 90% ，新增 1000 公顷，2000km 、10~20%，5×103 ，≥85%',
  ],
  [
    'prices and formulas of other kinds stay',
    '由$100万增至$200万，$5-$6，$\\frac{a}{b}$',
    '由$100万增至$200万，$5-$6，$\\frac{a}{b}$',
  ],
  [
    'tables with ragged rows and code',
    '|甲|乙|\n|-|-|\n|1|\n|2|`a\\|b`|3|',
    '[table-row]甲|乙\n[table-row]1\n[table-row]2|a|b|3',
  ],
  ['a table without its rule is text', '|甲|乙|\n|丙|丁|', '|甲|乙|\n|丙|丁|'],
  ['notes of several paragraphs', '甲[^a]\n\n[^a]: 乙\n\n    丙', '甲\n\n[footnote]乙\n\n丙'],
  ['a note nobody explains', '甲[^9]乙', '甲[^9]乙'],
  [
    'HTML blocks',
    '<div align="center">\n\n**甲**\n\n<h2>乙&amp;丙</h2>\n</div>\n<script>x</script>',
    '\n甲\n\n[h2]乙&丙',
  ],
  [
    'HTML tables',
    '> <table>\n> <tr><td>甲<td>乙</tr>\n> <tr><td>丙\n> <td>丁</tr></table>',
    '[table-row]甲|乙\n[table-row]丙|丁',
  ],
  ['a comment that never ends is text', '甲\n\n<!-- 乙\n\n# 丙', '甲\n\n<!-- 乙\n\n# 丙'],
  ['an element that never ends is text', '<style>\n\n乙\n\n丙', '<style>\n\n乙\n\n丙'],
  [
    'a line that only looks like a link target',
    '[附件]: 节水方案\n\n[a]: b.html',
    '[附件]: 节水方案',
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

  it('counts what it leaves out', async () => {
    const file = '![图示](a.png)甲<!-- 注 -->\n\n[1]: b.html "题目"\n\n<p hidden>暗处</p>';
    expect((await readBytes(Buffer.from(file), 'x.md')).counts).toEqual({
      'markdown-image': 1,
      'markdown-alt-text': 2,
      'markdown-comment': 1,
      'markdown-link-definition': 1,
      'markdown-link-title': 2,
      'markdown-html-block': 1,
      'markdown-hidden-text': 2,
    });
  });

  it.each([
    ['accept', '每年修渠。'],
    ['reject', '每年修旧渠。'],
  ] as const)('says what HTML inside has struck: %s', async (trackChanges, text) => {
    const file = '<p>每年修<del>旧</del>渠。</p>\n';
    const source = await readBytes(Buffer.from(file), 'x.md', { trackChanges });
    expect(source.text.trim()).toBe(text);
    expect(source.counts['markdown-deleted-revision']).toBe(1);
    expect(source.diagnostics.map(({ code }) => code)).toEqual(['ingest/tracked-changes']);
  });

  it('places what the decoder lost in the text it hands over', async () => {
    const { text, diagnostics } = await readBytes(Buffer.from('# 甲\n\n**乙**\ufffd丙'), 'x.md');
    const [lost] = diagnostics;
    expect(text.slice(lost?.span?.start, lost?.span?.end)).toBe('\ufffd');
  });

  const hostile: [name: string, file: string, excess: string][] = [
    ['quotes without end', '>'.repeat(2 ** 20), 'depth'],
    ['lists without end', '- '.repeat(2 ** 19), 'depth'],
    [
      'items ever deeper',
      Array.from({ length: 400 }, (_, i) => `${' '.repeat(2 * i)}- 甲`).join('\n'),
      'depth',
    ],
    ['emphasis', '*a**b '.repeat(2 ** 17), 'marks'],
    ['brackets', '['.repeat(2 ** 19) + ']'.repeat(2 ** 19), 'marks'],
    ['comments that never end', 'a<!--'.repeat(2 ** 17), 'marks'],
    ['underlines', 'a\n=\n'.repeat(2 ** 17), 'marks'],
    ['a very large file', '甲乙丙丁。\n\n'.repeat(2 ** 20), 'size'],
  ];
  it.each(hostile)('is read as plain text, and says so: %s', async (_, file, excess) => {
    const { text, layout, diagnostics } = await readBytes(Buffer.from(file), 'x.md');
    expect([text === file, layout]).toEqual([true, 'unknown']);
    expect(diagnostics).toMatchObject([{ code: 'ingest/markdown-as-text', params: { excess } }]);
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
