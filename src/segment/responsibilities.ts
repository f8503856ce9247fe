import type {
  BodyRole,
  NamedBody,
  PolicyDocument,
  Responsibility,
  SentenceUnit,
} from '../model/index.js';
import { itemAt } from '../text/index.js';

/**
 * Who is responsible for which sentences, as notes in brackets or on lines of their own say.
 *
 * *In* sentences in document order. *Out* in document order; a note stands for the sentences of its section since the note before;
 * headings are no measures. *Cost* linear.
 */
export function responsibilitiesOf(
  { elements }: PolicyDocument,
  sentences: readonly SentenceUnit[],
): Responsibility[] {
  const notes = elements
    .filter(({ kind }) => kind === 'responsible-note')
    .sort((a, b) => a.span.start - b.span.start);
  let from = 0;
  return notes.map(({ text, span }) => {
    let to = from;
    while (to < sentences.length && itemAt(sentences, to).span.start < span.start) to += 1;
    const before = sentences.slice(from, to);
    const section = before.at(-1)?.section;
    from = to;
    return {
      sentences: before
        .filter((sentence) => sentence.section === section && !isBareHeading(sentence))
        .map(({ id }) => id),
      text,
      span,
      bodies: bodiesIn(text),
    };
  });
}

/** A heading on a line of its own stands for its section, not for a measure. */
function isBareHeading({ heading, paragraph, section }: SentenceUnit): boolean {
  return heading && paragraph === section;
}

const OPENING =
  /^(?<role>牵头|责任|主管|主办|实施|配合|协办|参与|协同)(?:责任)?(?:单位|部门|领导|主体|人)(?:及分工)?[:：]/u;
/** What a stretch of names is asked to do, after them. */
const TAIL =
  /(?:等)?(?:部门|单位)?(?:按(?:照)?(?:各自)?(?:的)?职[责能]|分别|分工|共同|具体|组织){0,8}(?<role>牵头(?:负责)?|负责|落实|推进|实施|配合|参与|协助)(?:落实|实施|推进|组织实施|配合)?$/u;
const ROLES: Readonly<Record<string, BodyRole>> = {
  牵头: 'lead',
  主办: 'lead',
  配合: 'support',
  协办: 'support',
  参与: 'support',
  协同: 'support',
  协助: 'support',
};
const LIST = /[、,，和及与]/u;
/** 发展和改革委员会, 工业和信息化局 and 住房和城乡建设厅 hold an “and” of their own. */
const INNER_AND =
  /(发展|工业|住房|规划|卫生|文化|农业|人力资源|机关事务|商务|教育|自然资源)(?:和|与)(?=改革|信息|城乡|自然|健康|旅游|农村|社会|管理|投资|体育|规划|计划)/gu;
const JOINED = '\uE002';
/** Remarks, not names. */
const NO_BODY =
  /^(?:等|有关|相关|各有关|各相关|其他|完成时限|持续推进|长期坚持|20\d\d年.*|.{0,2})$|(?:时限|年底前|月底前)/u;

/**
 * Bodies a note names, those that lead first, each once.
 *
 * @example bodiesIn('（省发展改革委牵头，省财政厅配合）') // 省发展改革委 lead, 省财政厅 support
 */
export function bodiesIn(note: string): NamedBody[] {
  const inner = note
    .replace(/^[（(〔[【]/u, '')
    .replace(/(?<![）)〕\]】。；;])[）)〕\]】。；;]+$/u, '');
  const found = new Map<string, BodyRole>();
  for (const part of inner.split(/[；;。]/u))
    for (const [name, role] of partBodies(part)) {
      if (!found.has(name)) found.set(name, role);
    }
  const order = (role: BodyRole): number => ['lead', 'responsible', 'support'].indexOf(role);
  return [...found]
    .map(([name, role]) => ({ name, role }))
    .sort((a, b) => order(a.role) - order(b.role));
}

/** Names between commas take the role of the first tail that follows, else that of the opening. */
function partBodies(part: string): [string, BodyRole][] {
  const opening = OPENING.exec(part.trim());
  const text = opening === null ? part.trim() : part.trim().slice(opening[0].length);
  const byDefault = ROLES[opening?.groups?.role ?? ''] ?? 'responsible';
  const found: [string, BodyRole][] = [];
  let waiting: string[] = [];
  const settle = (role: BodyRole): void => {
    for (const names of waiting) for (const name of namesIn(names)) found.push([name, role]);
    waiting = [];
  };
  for (const stretch of text.split(/[,，]/u)) {
    const tail = TAIL.exec(stretch);
    waiting.push(tail === null ? stretch : stretch.slice(0, tail.index));
    if (tail !== null) settle(ROLES[(tail.groups?.role ?? '').slice(0, 2)] ?? 'responsible');
  }
  settle(byDefault);
  return found;
}

function namesIn(text: string): string[] {
  return text
    .replace(INNER_AND, `$1${JOINED}`)
    .split(LIST)
    .map((name) =>
      name
        .replaceAll(JOINED, '和')
        .replace(/等?(?:各?有关|各?相关)?(?:部门|单位)?$/u, '')
        .trim(),
    )
    .filter((name) => !NO_BODY.test(name));
}
