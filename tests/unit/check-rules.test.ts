import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_RULES,
  inspectDocument,
  type Knowledge,
  RULES,
  rulesMarkdown,
} from '../../src/check/index.js';
import { hasHead, readDocumentFile, readTheme } from '../../src/corpus/index.js';
import { levelOfCode, parse } from '../../src/parse/index.js';
import { segment } from '../../src/segment/index.js';
import { UserError } from '../../src/text/index.js';
import { ROOT } from '../support/root.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

const KNOWLEDGE: Knowledge = {
  regionName: (code) => PARSE_OPTIONS.regions.byCode.get(code)?.name,
  levelOfRegion: levelOfCode,
  findRegion: (text) => PARSE_OPTIONS.regions.find(text),
  misreadings: [['(?<!自)己经', '已经']],
};

const HEAD =
  "---\nid: sample-2021\ntitle: 关于做好有关工作的意见\nlevel: province\nregion: '420000'\nkind: opinion\n---\n关于做好有关工作的意见\n";

/** Rules that fire on a text, each as `rule line:column`. */
function fired(example: string): string[] {
  const text = hasHead(example) ? example : `${HEAD}${example}\n`;
  const source = sourceOf(text, 'sample.txt', 'paragraphs');
  const parsed = parsedOf(text, source);
  return inspectDocument({
    path: 'sample.txt',
    text,
    knowledge: KNOWLEDGE,
    ...(parsed !== undefined && { parsed, units: segment(parsed.documents[0]!) }),
  })
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, place }) => `${rule} ${place.line}:${place.column}`);
}

function parsedOf(text: string, source: ReturnType<typeof sourceOf>) {
  try {
    const { head, bodyStart } = readDocumentFile(text, 'sample.txt');
    const { region: _, source: __, ...stated } = head;
    return parse(source, { ...PARSE_OPTIONS, single: true, stated, from: bodyStart });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const rulesOf = (example: string): string[] => [
  ...new Set(fired(example).map((item) => item.split(' ')[0]!)),
];

describe('what a reader takes for no fault', () => {
  it.each([
    ['a time in brackets', '各站开放时间（8:30—17:00）向社会公布。'],
    ['an abbreviation in brackets', '减少氮氧化物（N O x）排放。'],
    ['list marks inside brackets', '提交材料（含：1）申请表；2）承诺书）。'],
    ['a list mark by itself', '提交下列材料：1）申请表；2）承诺书。'],
    ['items that share a line', '①完成渠道衬砌；②新建泵站三座；\n③配套计量设施五十处。'],
    ['bodies that answer for it', '改造老旧渠道，完善管护制度。责任单位：县水利局，各乡镇人民政府'],
  ])('%s', (_name, text) => {
    expect(fired(text)).toEqual([]);
  });

  it('a bracket that is open by every reading is told', () => {
    expect(rulesOf('各站开放时间（8:30—17:00向社会公布。')).toEqual(['unbalanced-bracket']);
    // Two that lie in one another, parted by the end of a paragraph.
    expect(rulesOf('会议通过《关于修改〈供水规定。\n〉等三件规章的决定》修正。')).toEqual([]);
  });
});

describe('examples of the document rules', () => {
  const rows = DOCUMENT_RULES.filter(({ id }) => id !== 'head-source-mismatch').map((rule) => ({
    id: rule.id,
    rule,
  }));
  it.each(rows)('$id finds its bad example and nothing else in it', ({ rule }) => {
    expect(rulesOf(rule.bad)).toEqual([rule.id]);
  });
  it.each(rows)('$id is content with its good example', ({ rule }) => {
    expect(fired(rule.good)).toEqual([]);
  });
});

/** `body → findings`; the body begins in line 9, after head and title. */
const CASES: readonly (readonly [name: string, body: string, expected: readonly string[]])[] = [
  ['a blank between Latin words stays', '支持 open source 社区发展。', []],
  ['spread names', '组长：张　三，副组长：李　四。', []],
  ['a quotation over two paragraphs', '会议指出：“要坚持稳中求进。\n要坚持系统观念。”', []],
  ['list marks with half a bracket', '主要有：1）产业；2）生态。', []],
  ['nested quotes', '讲话强调“要讲好‘两山’故事”。', []],
  ['time and ratio keep the half-width colon', '比例为3:1，时间为9:30。', []],
  ['English in brackets', '推进（PPP）模式和GDP(gross)核算。', []],
  ['自己经营 is no misreading', '引导农户自己经营。', []],
  ['a note after the full stop', '详见有关通知。（此件公开发布）', []],
  [
    'two faults in a line have columns of their own',
    '推进 创新，增长１２%。',
    ['stray-blank 9:3', 'mixed-width 9:9'],
  ],
  ['rare characters count as one column', '𠮷祥１号。', ['mixed-width 9:3']],
  ['oxides of a formula', '获得Fe2O3含量低的精矿。', []],
  [
    'a list that goes on after one of its own numbering',
    '一、海岸\n（一）修复湿地。\n1.北岸：\n（一）退塘还湿。\n（二）种植芦苇。\n（三）清理垃圾。\n（二）保护滩涂。',
    [],
  ],
  [
    'an item that begins with a day',
    '一、防汛\n1.4月底前会商一次。\n2.汛前检查一次。\n3.5月召开部署会。\n4.汛后总结一次。',
    [],
  ],
  [
    'points that stand partly inside a line',
    '一、管理\n一是健全制度。二是严格执行。\n三是定期检查。\n二、保障\n压实各方责任。',
    [],
  ],
  ['annexes counted behind their name', '附件1.任务清单\n2.措施清单\n3.图集', []],
  [
    'a number that is left out is told, also after a list inside',
    '一、海岸\n（一）修复湿地。\n1.退塘还湿。\n2.种植芦苇。\n（三）保护滩涂。\n1.清理垃圾。\n2.巡护岸线。',
    ['numbering-gap 13:1'],
  ],
  [
    'neighbours that changed places are told once',
    '一、海岸\n修复湿地。\n三、岸线\n巡护岸线。\n二、滩涂\n保护滩涂。\n四、港口\n清理垃圾。',
    ['numbering-gap 11:1'],
  ],
  [
    'a section far from its place is told once',
    '一、海岸\n修复湿地。\n五、港口\n清理垃圾。\n二、滩涂\n保护滩涂。\n三、岸线\n巡护岸线。\n四、渔村\n改造渔村。\n六、保障\n压实责任。',
    ['numbering-gap 11:1'],
  ],
  [
    'letters for digits at the ends of a number',
    '推广1OO个项目，自l997年起投入5O万元，治理CO2和H2O。',
    ['misreading 9:4', 'misreading 9:5', 'misreading 9:11', 'misreading 9:20'],
  ],
  [
    'dashes under a heading are its text',
    '一、指导思想\n坚持稳中求进。\n二、基本原则\n——坚持系统观念。统筹推进各项工作。\n——坚持问题导向。补齐短板弱项。\n三、主要目标\n到2025年取得新进展。',
    [],
  ],
  [
    'what a guide asks of every part again',
    '一、绿色工厂\n申报单位应当在本市注册，依法经营，三年内没有失信记录，并已完成项目备案手续。\n提交申请表。\n提交营业执照。\n二、绿色园区\n申报单位应当在本市注册，依法经营，三年内没有失信记录，并已完成项目备案手续。\n提交园区规划。',
    [],
  ],
  [
    'a signature at the end of the last sentence',
    '现将方案印发给你们，请认真贯彻执行，并及时报告进展。青禾市人民政府\n一、下一步安排\n压实各方责任。',
    ['half-sentence 9:33'],
  ],
  [
    'a heading without marks and its text',
    '痛点：结构性矛盾依然突出\n产业结构偏重，集群布局不合理，短板较多。',
    [],
  ],
  [
    'annexes below the last line',
    '请于月底前将材料报送我办，并同时抄送各有关部门\n附件：申报表，一式两份。',
    ['half-sentence 9:23'],
  ],
];

/** Sentences of a page that was taken in twice. */
const PAGE = ['水源', '岸线', '湿地', '林地', '耕地', '滩涂'].map(
  (subject, i) => `各地要加强${subject}保护，第${i + 1}季度完成调查摸底，年底前建立工作台账。`,
);

describe('paragraphs that stand twice', () => {
  it.each<[name: string, lines: readonly string[], count: number]>([
    ['side by side', [PAGE[0]!, PAGE[0]!, PAGE[1]!], 1],
    ['one of them again further on', [...PAGE, '附则部分另行规定。', PAGE[2]!], 0],
    ['a page of them', [...PAGE, '附则部分另行规定。', ...PAGE], 1],
    ['a page with its heading', [...PAGE, '其他', ...PAGE.flatMap((text) => ['要求', text])], 0],
  ])('%s', (_, lines, count) => {
    const own = fired(lines.join('\n')).filter((item) => item.startsWith('duplicated-paragraph'));
    expect(own).toHaveLength(count);
  });
});

describe('half a sentence', () => {
  it('names the office that signs', () => {
    const text = `${HEAD}现将方案印发给你们，请认真贯彻执行，并及时报告进展。青禾市人民政府\n一、下一步安排\n压实各方责任。\n`;
    const parsed = parsedOf(text, sourceOf(text, 'sample.txt', 'paragraphs'));
    const [first] = inspectDocument({
      path: 'sample.txt',
      text,
      knowledge: KNOWLEDGE,
      ...(parsed !== undefined && { parsed }),
    }).findings;
    expect(first?.params).toEqual({
      what: 'has a signature at its end, 青禾市人民政府, that wants a line of its own',
      whatZh: '末尾连着落款“青禾市人民政府”，应另起一行',
    });
  });
});

describe('tricky texts', () => {
  it.each(CASES)('%s', (_, body, expected) => {
    expect(fired(body)).toEqual(expected);
  });
});

describe('registry', () => {
  it('has every id once, in kebab-case', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$|^misreading$/);
  });

  it('docs/rules.md is what the registry says', () => {
    expect(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8')).toBe(rulesMarkdown(RULES));
  });
});

describe('a fingerprint in a lock', () => {
  it('is that of the English words for a fault of a theme file', () => {
    const content = 'id: water\nlabels: {zh: 水利, en: water}\nterms: [水]\n';
    const { problems } = readTheme(content, 'water.yaml');
    const rule = RULES.find(({ id }) => id === 'theme-invalid');
    if (rule?.scope !== 'corpus') throw new Error('theme-invalid looks at the corpus');
    const themes = [{ path: 'water.yaml', content, problems }];
    const state = {
      corpusPath: '',
      documents: [],
      faults: [],
      themes,
      uses: new Map(),
      yardstick: [],
      pairs: [],
    };
    expect(rule.run(state).map(({ key }) => key)).toEqual([
      '"水" is one character and would match everywhere',
    ]);
  });
});
