import { phrase } from '../../messages/index.js';
import { DOCUMENT_KINDS, LEVELS } from '../../model/index.js';
import type { DocumentInput, DocumentRule, Found } from '../types.js';

const REQUIRED = ['id', 'title', 'kind'] as const;
const KNOWN = [
  ...REQUIRED,
  'subtitles',
  'level',
  'region',
  'date',
  'issuer',
  'number',
  'source',
  'lines',
] as const;

const BODY = '各地要认真抓好落实。\n';
const file = (head: string): string => `---\n${head}\n---\n${BODY}`;
const GOOD = file(
  "id: example-2021\ntitle: 关于促进就业的意见\nlevel: province\nregion: '420000'\nkind: opinion\ndate: '2021-03-05'\nissuer: 湖北省人民政府",
);

/** A finding at a field's place. */
function atField(
  { head, at }: DocumentInput,
  name: string,
  params: Found['params'] = {},
): readonly Found[] {
  const field = head.fields.get(name);
  return field === undefined ? [] : [at(field.start, field.end, params)];
}

function value({ head }: DocumentInput, name: string): unknown {
  return head.fields.get(name)?.value;
}

/** A head that no program can read. */
export const headInvalid: DocumentRule = {
  id: 'head-invalid',
  scope: 'document',
  group: 'head',
  severity: 'error',
  title: { en: 'Document head unreadable', zh: '文件头无法读取' },
  help: {
    en: 'A corpus document begins with a YAML head between two --- lines: id, title, kind and what else is known. Fields not in the list, or of the wrong form, are refused.',
    zh: '语料文件以两行 --- 之间的 YAML 文件头开头：id、title、kind 等。不认识的字段和格式不对的值都不接受。',
  },
  message: { en: 'The document head is wrong: {problem}.', zh: '文件头有误：{problem}。' },
  bad: GOOD.replace('kind: opinion', 'kind: opinoin'),
  good: GOOD,
  run: (input) => {
    const { head, at } = input;
    if (!head.present) return [at(0, 0, { problem: phrase('check/head-none') }, { key: 'none' })];
    if (head.yamlFault !== undefined) {
      const { start, problem } = head.yamlFault;
      return [at(start, start + 1, { problem }, { key: 'yaml' })];
    }
    const unknown = [...head.fields]
      .filter(([name]) => !(KNOWN as readonly string[]).includes(name))
      .map(([name, { start, end }]) =>
        at(start, end, { problem: phrase('fault/field', { name }) }),
      );
    const wrong = (field: string, isRight: (value: unknown) => boolean, allowed: string) =>
      head.fields.has(field) && !isRight(value(input, field))
        ? atField(input, field, { problem: phrase('check/head-value', { field, allowed }) })
        : [];
    return [
      ...unknown,
      ...wrong('id', (id) => /^[a-z0-9][a-z0-9-]*$/.test(String(id)), 'a-z, 0-9, "-"'),
      ...wrong('level', isOneOf(LEVELS), LEVELS.join(', ')),
      ...wrong('kind', isOneOf(DOCUMENT_KINDS), DOCUMENT_KINDS.join(', ')),
    ];
  },
};

function isOneOf(values: readonly string[]): (value: unknown) => boolean {
  return (found) => values.includes(String(found));
}

/** A field every document needs is not there, or empty. */
export const headMissingField: DocumentRule = {
  id: 'head-missing-field',
  scope: 'document',
  group: 'head',
  severity: 'error',
  title: { en: 'Field missing in the head', zh: '文件头缺少字段' },
  help: {
    en: 'id, title and kind are needed by every command. A level is needed to compare; without it the finding is a note.',
    zh: '所有命令都需要 id、title、kind；比较还需要 level，缺少时仅作提示。',
  },
  message: { en: 'The head has no "{field}".', zh: '文件头缺少“{field}”。' },
  bad: GOOD.replace('title: 关于促进就业的意见\n', ''),
  good: GOOD,
  run: (input) => {
    if (!input.head.present || input.head.yamlFault !== undefined) return [];
    const missing = (name: string): boolean => {
      const found = value(input, name);
      return found === undefined || found === null || String(found).trim() === '';
    };
    return [
      ...REQUIRED.filter(missing).map((field) => input.at(0, 3, { field }, { key: field })),
      ...['level']
        .filter(missing)
        .map((field) => input.at(0, 3, { field }, { key: field, severity: 'info' })),
    ];
  },
};

/** A date that is none. */
export const headBadDate: DocumentRule = {
  id: 'head-bad-date',
  scope: 'document',
  group: 'head',
  severity: 'error',
  title: { en: 'Wrong date', zh: '日期有误' },
  help: {
    en: 'Dates are written 2020-12-02, or 2020-12 or 2020 where the day is not known (ISO 8601), and exist in the calendar.',
    zh: '日期写作 2020-12-02；不知日、月时写 2020-12 或 2020（ISO 8601），且须真实存在。',
  },
  message: {
    en: '"{text}" is not a date such as 2020-12-02.',
    zh: '“{text}”不是 2020-12-02 这样的日期。',
  },
  bad: GOOD.replace('2021-03-05', '2021-13-05'),
  good: GOOD,
  run: (input) => {
    const found = value(input, 'date');
    if (found === undefined || found === null || isDate(String(found))) return [];
    return atField(input, 'date', { text: String(found) });
  },
};

function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}

/** A region code that GB/T 2260 does not have. */
export const headUnknownRegion: DocumentRule = {
  id: 'head-unknown-region',
  scope: 'document',
  group: 'head',
  severity: 'error',
  title: { en: 'Unknown region', zh: '行政区划代码不存在' },
  help: {
    en: 'A region is a six-digit code of GB/T 2260, in quotes so that YAML keeps it a text.',
    zh: 'region 为 GB/T 2260 六位代码，加引号以免被当作数字。',
  },
  message: { en: '"{text}" is not a code of GB/T 2260.', zh: '“{text}”不是 GB/T 2260 代码。' },
  bad: GOOD.replace('420000', '990000'),
  good: GOOD,
  run: (input) => {
    const found = value(input, 'region');
    if (found === undefined || found === null) return [];
    const code = String(found);
    if (code === '100000' || code === '000000') return [];
    if (/^\d{6}$/.test(code) && input.knowledge.regionName(code) !== undefined) return [];
    return atField(input, 'region', { text: code });
  },
};

/** Issuers of the national level. Source: GB/T 9704 issuers of the Party and state organs. */
const NATIONAL =
  /^(?:中共中央|中国共产党中央|国务院|全国人(?:民代表大会|大)|中央(?:军委|纪委|办公厅)|最高人民)/;

/** The level says one thing, issuer or region another. */
export const headLevelMismatch: DocumentRule = {
  id: 'head-level-mismatch',
  scope: 'document',
  group: 'head',
  severity: 'error',
  title: { en: 'Level contradicts issuer or region', zh: '层级与发文机关或区划不符' },
  help: {
    en: 'The level is compared with the issuer (国务院 is national, 湖北省人民政府 province) and with the region code.',
    zh: '将 level 与发文机关（国务院为 national，湖北省人民政府为 province）和区划代码对照。',
  },
  message: {
    en: 'The level is {level}, but {what} is of level {other}.',
    zh: '层级为 {level}，而“{what}”属 {other}。',
  },
  bad: GOOD.replace('level: province', 'level: city'),
  good: GOOD,
  run: (input) => {
    const level = value(input, 'level');
    if (!isOneOf(LEVELS)(level)) return [];
    const issuer = String(value(input, 'issuer') ?? '');
    const code = String(value(input, 'region') ?? '');
    const found = input.knowledge.findRegion(issuer);
    const byIssuer = NATIONAL.test(issuer)
      ? 'national'
      : found && input.knowledge.levelOfRegion(found.code);
    const byCode =
      input.knowledge.regionName(code) === undefined
        ? undefined
        : input.knowledge.levelOfRegion(code);
    const other = byIssuer ?? byCode;
    if (other === undefined || (other === level && (byCode ?? level) === level)) return [];
    // Where the issuer agrees with the level, it is the code that does not.
    const told = other === level ? byCode : other;
    const what = other === level || byIssuer === undefined ? code : issuer;
    return atField(input, 'level', { level: String(level), what, other: String(told) });
  },
};

/** Issuer and region code name different places. */
export const headRegionMismatch: DocumentRule = {
  id: 'head-region-mismatch',
  scope: 'document',
  group: 'head',
  severity: 'error',
  title: { en: 'Region contradicts issuer', zh: '区划与发文机关不符' },
  help: {
    en: 'The region code and the place in the issuer’s name are the same division.',
    zh: 'region 与发文机关名称中的地名应为同一行政区划。',
  },
  message: {
    en: 'The region is {name} ({code}), but the issuer is of {other}.',
    zh: '区划为{name}（{code}），而发文机关属{other}。',
  },
  bad: GOOD.replace("'420000'", "'430000'"),
  good: GOOD,
  run: (input) => {
    const code = String(value(input, 'region') ?? '');
    const name = input.knowledge.regionName(code);
    const found = input.knowledge.findRegion(String(value(input, 'issuer') ?? ''));
    if (name === undefined || found === undefined || found.code === code) return [];
    // A district's office may sign for its city; the level rule speaks of that.
    if (input.knowledge.levelOfRegion(found.code) !== input.knowledge.levelOfRegion(code))
      return [];
    return atField(input, 'region', { name, code, other: found.name });
  },
};

/** The source file is no longer the one the text was taken from. */
export const headSourceMismatch: DocumentRule = {
  id: 'head-source-mismatch',
  scope: 'document',
  group: 'head',
  severity: 'warning',
  title: { en: 'Source file changed', zh: '来源文件已变' },
  help: {
    en: 'source.sha256 is the hash of the file the text was taken from. If that file lies beside the corpus and has another hash, line numbers in the head lead nowhere. A file that is not there is not asked for.',
    zh: 'source.sha256 是来源文件的哈希。来源文件存在而哈希不符时，文件头中的行号已不可靠；来源文件不在时不检查。',
  },
  message: {
    en: '{file} has another SHA-256 than the head says.',
    zh: '{file} 的 SHA-256 与文件头不符。',
  },
  bad: 'A head whose source.sha256 is not the hash of source.file.',
  good: 'A head whose source.sha256 is the hash of source.file.',
  run: (input) => {
    const source = value(input, 'source') as { file?: unknown; sha256?: unknown } | undefined;
    const { sourceSha256 } = input;
    if (sourceSha256 === undefined || source?.sha256 === sourceSha256) return [];
    return atField(input, 'source', { file: String(source?.file) });
  },
};
