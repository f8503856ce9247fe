import type {
  Alignment,
  ClauseCommitment,
  ClauseShift,
  Commitment,
  CommitmentCounts,
  CommitmentGrade,
  CommitmentShift,
  CommitmentSummary,
  SentenceLink,
  SentenceUnit,
  Theme,
} from '../../model/index.js';
import type { LabelsByUnit } from '../coverage/analyse.js';
import { dice } from '../shared/dice.js';
import { sideSentences } from '../shared/sides.js';
import { type CompiledCommitment, gradeCommitment } from './analyse.js';

/**
 * Clauses with this share of their bigrams in common, the governing word left out, are about the same object.
 * Read by hand on statutes and carbon plans: of shifts between 0.40 and 0.55 a third was about something else.
 */
const SAME_CLAUSE = 0.55;
/** Words of manner and pace: 严格监督 and 强化监督 are the same action. */
const MANNER = /^(?:严格|严厉|坚决|坚守|压实|守住|牢牢守住|兑现|严守|严控|严防|稳步|有序)$/u;
/** What a sentence has said must, may or should be done governs the clauses that follow: 应当加强…，开展…. */
const GOVERNS_ON = /^(?:应当|必须|务必|不得|可以|鼓励|支持|禁止|严禁|应|须|允许|倡导|提倡|引导)$/u;

/** Words that name another part in the same work, not less of it: 加快融合, 引领融合; the state builds a market, a province takes part. */
const OTHER_PART = /^(?:吸引|引领|参与|积极参与|配合|协助|顺应|争当|重视)$/u;
/** What an object is at last: the making of a thing and a mechanism or a way for it are two. */
const LAST_NOUN =
  /(?:机制|制度|体系|政策|水平|管理|标准|能力|方向|服务|路径|方法|办法|要求|规定|规划|专区|平台|中心|基地|园区|条件|工程|项目)$/u;
/** What may follow an object without making another of it: 垃圾分类, 垃圾分类工作; 绿色生活, 绿色生活方式. */
const LIGHT =
  /^(?:的|等|和|与|[、，；]|建设|工作|发展|治理|整治|改造|管理|利用|应用|使用|推广|实施|落实|落地|开展|创建|划定|行动|任务|目标|方式|力度|效果|效率|水平|能力|研发|生产|有关|可行性)*$/u;

interface CommitmentReport {
  /** By unit, both sides; units without a commitment are left out. */
  readonly grades: ReadonlyMap<string, Commitment>;
  readonly shifts: readonly CommitmentShift[];
  /** `total` first, then the themes in the order given. */
  readonly summary: readonly CommitmentSummary[];
}

/**
 * Commitment of both sides and how it shifts along sentence links.
 *
 * Only clauses about the same object are compared: links without any have no shift.
 * *Cost*: linear in the text, quadratic in the clauses of a link.
 */
export function compareCommitment(
  alignment: Alignment,
  lexicon: CompiledCommitment,
  labels: LabelsByUnit,
  themes: readonly Pick<Theme, 'id'>[],
): CommitmentReport {
  const sides = {
    upstream: sideSentences(alignment.upstream),
    downstream: sideSentences(alignment.downstream),
  };
  const texts = new Map(
    [...sides.upstream, ...sides.downstream].map((unit) => [unit.id, unit.text]),
  );
  const grades = new Map<string, Commitment>();
  for (const unit of [...sides.upstream, ...sides.downstream]) {
    const grade = gradeCommitment(unit, lexicon);
    if (grade !== undefined) grades.set(unit.id, grade);
  }
  const shifts = alignment.links.flatMap((link) =>
    link.grain === 'sentence' ? (shiftOf(link, grades, texts) ?? []) : [],
  );
  const row = (theme: string, has: (unit: string) => boolean): CommitmentSummary => ({
    theme,
    upstream: countGrades(sides.upstream, grades, has),
    downstream: countGrades(sides.downstream, grades, has),
    shifts: countShifts(
      shifts.filter((shift) => [...shift.upstream, ...shift.downstream].some(has)),
    ),
  });
  const ofTheme = (theme: string) => (unit: string) =>
    (labels.get(unit) ?? []).some((label) => label.theme === theme);
  return {
    grades,
    shifts,
    summary: [row('total', () => true), ...themes.map((theme) => row(theme.id, ofTheme(theme.id)))],
  };
}

type Placed = ClauseCommitment & { readonly unit: string };

function shiftOf(
  link: SentenceLink,
  grades: ReadonlyMap<string, Commitment>,
  texts: ReadonlyMap<string, string>,
): CommitmentShift | undefined {
  const up = link.upstream.flatMap((unit) => grades.get(unit) ?? []);
  const down = link.downstream.flatMap((unit) => grades.get(unit) ?? []);
  if (up.length === 0 || down.length === 0) return undefined;
  const clauses = likeClauses(placed(up), placed(down), texts).filter(
    ({ upstream, downstream }) =>
      upstream.grade === downstream.grade || steps(upstream, downstream, texts) !== 0,
  );
  if (clauses.length === 0) return undefined;
  const difference = clauses.reduce(
    (sum, { upstream, downstream }) => sum + steps(upstream, downstream, texts),
    0,
  );
  const shift = difference === 0 ? 'same' : difference > 0 ? 'stronger' : 'weaker';
  return {
    link: link.id,
    shift,
    difference,
    basis: 'clauses',
    upstream: link.upstream,
    downstream: link.downstream,
    clauses,
  };
}

function placed(commitments: readonly Commitment[]): Placed[] {
  return commitments.flatMap(({ unit, clauses }) => {
    const first = clauses.findIndex(({ word }) => GOVERNS_ON.test(word));
    return clauses
      .filter(({ grade }, at) => first < 0 || at <= first || grade !== 3)
      .map((clause) => ({ ...clause, unit }));
  });
}

/** Grades from one clause to the other; none where the governing word of the one stands in the other too (支持探索, 探索). */
function steps(up: Placed, down: Placed, texts: ReadonlyMap<string, string>): number {
  const holds = ({ unit, start, end }: Placed, word: string): boolean =>
    (texts.get(unit) ?? '').slice(start, end).includes(word);
  if (holds(up, down.word) || holds(down, up.word)) return 0;
  const isTrial = (own: Placed, word: string): boolean => own.word !== word && holds(own, word);
  if (isOtherAction(up, down, texts) || isOtherAction(down, up, texts)) return 0;
  if (TRIALS.some((word) => isTrial(up, word) !== isTrial(down, word))) return 0;
  if (isStriving(up, down, texts) || isStriving(down, up, texts)) return 0;
  if (isOtherVoice(up.word, down.word) || isOtherVoice(down.word, up.word)) return 0;
  if (OTHER_PART.test(up.word) || OTHER_PART.test(down.word) || isOpenOrder(up, down)) return 0;
  if (isOtherObject(up, down, texts) || isOtherActor(up, down, texts)) return 0;
  return firmness(down) - firmness(up);
}

/** A trial of a thing is not less of the thing. */
const TRIALS = ['示范', '试点'];
const STRIVES = /^(?:力争|努力|争取|积极争取)$/u;
const RESULT = /全面|全部|覆盖|完成|建成|实现|达到|率先/u;

/** To strive for a result is not less than to work at it: 力争全面实施, 推动实施. */
function isStriving(own: Placed, other: Placed, texts: ReadonlyMap<string, string>): boolean {
  return (
    STRIVES.test(own.word) &&
    other.grade === 3 &&
    RESULT.test(clauseText(own, texts)) &&
    !RESULT.test(clauseText(other, texts))
  );
}

/** Trying a thing and supporting others in it are not more and less of one; a permission is less than either. */
function isOpenOrder(up: Placed, down: Placed): boolean {
  const [less, more] = up.grade < down.grade ? [up, down] : [down, up];
  return less.grade === 1 && more.grade === 2 && less.word !== '可以';
}

function isOtherObject(up: Placed, down: Placed, texts: ReadonlyMap<string, string>): boolean {
  const [above, below] = [clauseText(up, texts), clauseText(down, texts)];
  if (!LIGHT.test(tailOf(above, below)) || !LIGHT.test(tailOf(below, above))) return true;
  const lacks = (own: string, other: string): boolean => {
    const noun = LAST_NOUN.exec(own)?.[0];
    return noun !== undefined && !other.includes(noun);
  };
  return lacks(above, below) || lacks(below, above);
}

/** What a clause says after the last two letters that stand in the other too: 绿色消费, 绿色消费【理念】. */
function tailOf(own: string, other: string): string {
  const bare = own.replace(/[（(][^）)]{0,400}[）)]/gu, '').replace(/(?<![合兼])并[\s\S]*$/u, '');
  for (let end = bare.length; end >= 2; end -= 1)
    if (other.includes(bare.slice(end - 2, end))) return bare.slice(end).replace(/[“”《》]/gu, '');
  return bare;
}

/** So many letters before the governing word name who acts. */
const ACTOR = 4;

/** The one says what the office does, the other what somebody else does: 支持机构开展检测, 机构为企业提供检测. */
function isOtherActor(up: Placed, down: Placed, texts: ReadonlyMap<string, string>): boolean {
  const named = (own: Placed): boolean =>
    own.grade < 4 &&
    !GOVERNS_ALL.test(own.word) &&
    ((texts.get(own.unit) ?? '').slice(own.start, own.at).match(/\p{Script=Han}/gu)?.length ?? 0) >=
      ACTOR;
  return named(up) !== named(down);
}

/** Whoever is named before these, it is the text that binds or lets them. */
const GOVERNS_ALL = /^(?:可以|鼓励|允许|倡导|提倡)$/u;

function clauseText({ unit, start, end }: Placed, texts: ReadonlyMap<string, string>): string {
  return (texts.get(unit) ?? '').slice(start, end);
}

/** In a statute the plain verb binds like 应当: such a word differs only from one that permits or encourages. */
const STATUTORY = /^(?:应当|应|须|禁止|不得|不准|不许|严禁)$/u;

function isOtherVoice(a: string, b: string): boolean {
  return STATUTORY.test(a) && !GOVERNS_ON.test(b);
}

/** Words that stand before the verb: 适时修订 and 落实 are two actions, 探索开展 and 开展 are one. */
const BEFORE_VERB = /^(?:适时|逐步|尽可能|酌情|考虑|尝试|探索|积极探索|研究|争取|积极争取|谋划)$/u;
const ANY_ACTION =
  /^(?:开展|建立|推进|推动|实施|建设|创建|构建|完善|推行|推广|形成|发展|加快|设立|将)/u;

/** The verb after such a word must stand in the other clause too, unless it is one that any measure has. */
function isOtherAction(own: Placed, other: Placed, texts: ReadonlyMap<string, string>): boolean {
  if (/^研究./u.test(own.word)) {
    return !(texts.get(other.unit) ?? '').slice(other.start, other.end).includes(own.word.slice(2));
  }
  if (!BEFORE_VERB.test(own.word)) return false;
  const after = (texts.get(own.unit) ?? '').slice(own.at + own.word.length, own.end);
  if (ANY_ACTION.test(after)) return false;
  return !(texts.get(other.unit) ?? '').slice(other.start, other.end).includes(after.slice(0, 2));
}

function firmness({ word, grade }: Placed): number {
  return MANNER.test(word) ? 3 : grade;
}

/** Pairs of clauses about the same thing, most alike first, each clause once; in upstream order. */
function likeClauses(
  up: readonly Placed[],
  down: readonly Placed[],
  texts: ReadonlyMap<string, string>,
): ClauseShift[] {
  const content = ({ unit, start, end, word, at }: Placed) => {
    const text = texts.get(unit) ?? '';
    return text.slice(start, at) + text.slice(at + word.length, end);
  };
  const all = up.flatMap((a, i) =>
    down.flatMap((b, j) => {
      const similarity = dice(content(a), content(b));
      return similarity >= SAME_CLAUSE ? [{ a, b, similarity, i, j }] : [];
    }),
  );
  all.sort((x, y) => y.similarity - x.similarity || x.i - y.i || x.j - y.j);
  const taken = { up: new Set<number>(), down: new Set<number>() };
  const kept = all.filter(({ i, j }) => {
    if (taken.up.has(i) || taken.down.has(j)) return false;
    taken.up.add(i);
    taken.down.add(j);
    return true;
  });
  return kept
    .sort((x, y) => x.i - y.i)
    .map(({ a, b, similarity }) => ({ upstream: a, downstream: b, similarity }));
}

function countGrades(
  units: readonly SentenceUnit[],
  grades: ReadonlyMap<string, Commitment>,
  has: (unit: string) => boolean,
): CommitmentCounts {
  const own = units.filter((unit) => has(unit.id));
  const found = own.flatMap((unit) => grades.get(unit.id) ?? []);
  const counts: Record<CommitmentGrade, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const { grade } of found) counts[grade] += 1;
  const average = found.length === 0 ? {} : { mean: mean(found.map((grade) => grade.mean)) };
  return { units: own.length, grades: counts, none: own.length - found.length, ...average };
}

function countShifts(shifts: readonly CommitmentShift[]): CommitmentSummary['shifts'] {
  const count = (kind: CommitmentShift['shift']) =>
    shifts.filter(({ shift }) => shift === kind).length;
  return { stronger: count('stronger'), weaker: count('weaker'), same: count('same') };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
