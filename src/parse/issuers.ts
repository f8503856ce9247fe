import type { DocumentElement } from '../model/index.js';
import { indexField, isOfficer } from './head-lines.js';
import type { RegionIndex } from './region-index.js';

interface IssuerInput {
  readonly title: string;
  readonly elements: readonly DocumentElement[];
  readonly regions: RegionIndex;
}

const ISSUER =
  /^((?:中共|中国共产党)?[\u4e00-\u9fff、（）]{2,140}?(?:委员会|人民政府|办公厅|办公室|国务院|委|厅|局|部|院|分行|人大|常委会))(?:办公厅|办公室)?(?=关于|印发|[转批]发|批转|[一二三四五六七八九十]{1,3}届|等)/;

/** Who issued a paper; several offices are parted by 、. */
export function issuerOf(input: IssuerInput): string | undefined {
  const named = namedIssuer(input);
  return named === undefined ? undefined : officesIn(named, input.regions).join('、');
}

const OFFICE_END =
  /(?<=人民政府|委员会|办公厅|办公室|国务院|中央|法院|检察院|常委会|[\u4e00-\u9fff]{2}(?:委|厅|(?<!总)局|部|会))(?=[\u4e00-\u9fff]{3})/g;
/** Longest name of a division. */
const LONGEST_PLACE = 16;
const NATIONAL_OFFICE =
  /^(?:国务院|国家[\u4e00-\u9fff]{1,12}(?:委|局|部|署)|最高人民|中共中央|全国人大)/;

/** Departments of the State Council by the names that they sign with: nothing else tells where two in a row part. */
const DEPARTMENT =
  /^(?:外交部|国防部|发展改革委|教育部|科技部|科学技术部|工业和信息化部|国家民委|公安部|民政部|司法部|财政部|人力资源(?:和)?社会保障部|自然资源部|生态环境部|住房(?:和)?城乡建设部|交通运输部|水利部|农业农村部|商务部|文化和旅游部|卫生健康委|退役军人事务部|应急(?:管理)?部|(?:中国)?人民银行|审计署|国资委|海关总署|(?:国家)?(?:税务|市场监管|市场监督管理|广电|广播电视|体育|金融监管|金融监督管理)总局|(?:中国)?(?:证监会|银保监会|气象局)|中央(?:网信办|文明办|编办|宣传部|组织部|政法委)|全国(?:总工会|妇联|工商联))/;
/** Where an office may end before a department of the state. */
const BEFORE_DEPARTMENT = /(?<=[\u4e00-\u9fff]{2}[部委局署办会院行厅])(?=[\u4e00-\u9fff]{3})/g;

const DIVISION = /^(?:[省市县区州]|[\u4e00-\u9fff]{2,8}?(?:省|自治区|自治州|自治县|市|县|旗|区))/;

/** The offices of `某省教育厅某省财政厅`: one ends where a division or the state is named again. */
function officesIn(text: string, regions: RegionIndex): readonly string[] {
  return text.split(/[、\s]+/).flatMap((part) => {
    const own = DIVISION.exec(part)?.[0];
    const borders = [...part.matchAll(OFFICE_END)]
      .map(({ index }) => index)
      .filter((index) => {
        const rest = part.slice(index);
        return (own !== undefined && rest.startsWith(own)) || opensOffice(rest, regions);
      });
    const states = [...part.matchAll(BEFORE_DEPARTMENT)]
      .map(({ index }) => index)
      .filter((index) => DEPARTMENT.test(part.slice(index)));
    const all = [...new Set([...borders, ...states])].sort((a, b) => a - b);
    return [0, ...all].map((start, i) => part.slice(start, all[i]));
  });
}

function opensOffice(text: string, regions: RegionIndex): boolean {
  const bare = text.replace(/^(?:中共|中国共产党)/, '');
  const place = regions.find(bare.slice(0, LONGEST_PLACE));
  const local =
    place !== undefined &&
    (bare.startsWith(place.name) || (bare !== text && bare.startsWith(place.short)));
  return local || NATIONAL_OFFICE.test(text);
}

function namedIssuer(input: IssuerInput): string | undefined {
  const line = input.elements.find((element) => element.kind === 'issuer-line');
  if (line !== undefined) return line.text.replace(/(?<!\s)\s*(?:文件|令)(?=\s|$)/, '').trim();
  const title = input.title.replace(/^关于[《〈]/, '');
  const match = ISSUER.exec(title)?.[0];
  if (
    match !== undefined &&
    /^(?:中共|中国共产党|国务院|全国|国家|最高|[\u4e00-\u9fff]{2,})/.test(match)
  )
    return match;
  return signedBy(input.elements) ?? statedIn(input.elements, 'issuer');
}

/** Who signed: all that stand above the first date. */
function signedBy(elements: readonly DocumentElement[]): string | undefined {
  const first = elements.findIndex(({ kind }) => kind === 'signature');
  if (first < 0) return undefined;
  const date = elements.findIndex(({ kind }, i) => i > first && kind === 'date-line');
  const signed = elements.slice(first, date < 0 ? first + 1 : date);
  const offices = signed.flatMap(({ kind, text }) =>
    kind === 'signature' && !isOfficer(text) ? [text] : [],
  );
  return offices.length === 0 ? undefined : offices.join('、');
}

/** What the index of a paper states, as web pages print it. */
export function statedIn(
  elements: readonly DocumentElement[],
  label: 'number' | 'issuer',
): string | undefined {
  const notes = elements.filter(({ kind }) => kind === 'source-note');
  return notes.map(({ text }) => indexField(text, label)).find((value) => value !== undefined);
}
