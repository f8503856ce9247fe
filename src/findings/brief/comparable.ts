import type { Alignment, DocumentUnits, Target, TargetKind } from '../../model/index.js';

/** Amounts that grow with a territory: a city's part of a province's total is less without being lowered. */
const AMOUNTS: ReadonlySet<TargetKind> = new Set(['quantity', 'money', 'count']);
/** Units of what does not grow with a territory: warmth, noise, concentrations, waiting times. */
const INTENSIVE = /^(?:celsius|degree|minute|year-of-age|dB)$|\/(?!(?:日|天|月|年|小时|d|h|a)$)/u;
/** Indicators this alike name the same share: below it, of two pairs read by hand one was of different things. */
const SAME_SHARE = 0.5;
/** Chapters that tell what was reached. */
const TOLD =
  /成效|成绩|成就|现状|回顾|(?:发展|工作|现实|建设|已有|现有)基础(?!设施)|基础条件|形势|进展|背景|取得/u;
/** 推动改革取得新进展 is an order: a heading that begins so tells nothing. */
const ORDERS = /^(?:推动|推进|促进|力争|确保|努力|加快|持续|不断|巩固|着力)/u;

/** What is known of the figures of a pair that says whether one can be lower than the other. */
interface Comparable {
  /** Both are aims: neither reports what was reached. */
  readonly isAim: (target: Target) => boolean;
  /** Lower is less of the same: no share of a territory, no other thing. */
  readonly isSame: (upstream: Target, downstream: Target, similarity: number) => boolean;
}

/** *Cost*: linear in sections and sentences. */
export function comparableOf({ upstream, downstream, links }: Alignment): Comparable {
  const documents = [...upstream.documents, ...downstream.documents];
  const told = toldSentences(documents);
  const years = new Map(documents.map(({ head }) => [head.id, Number(head.date?.slice(0, 4))]));
  const levels = new Map(documents.map(({ head }) => [head.id, head.level]));
  const kept = keptWordings(links);
  return {
    isAim: ({ sentence, document, due }) =>
      !told.has(sentence) && !(due !== undefined && due < (years.get(document) ?? 0)),
    isSame(up, down, similarity) {
      // 19.5% by 2025 is on the way to 25% by 2030.
      if (up.due !== undefined && down.due !== undefined && down.due < up.due) return false;
      if (!AMOUNTS.has(up.kind) || INTENSIVE.test(up.unit))
        return up.kind !== 'share' || similarity >= SAME_SHARE;
      // In the same words and for a territory of the same rank, it is the same amount.
      const sameRank = levels.get(up.document) === levels.get(down.document);
      return sameRank && kept.has(`${up.sentence} ${down.sentence}`);
    },
  };
}

/** Sentences, of some documents, of sections that stand under a heading of what was reached. */
export function toldSentences(documents: readonly DocumentUnits[]): ReadonlySet<string> {
  return new Set(documents.flatMap(toldIn));
}

function toldIn({ sections, sentences }: DocumentUnits): string[] {
  const told = new Set<string>();
  for (const { id, parent, heading } of sections)
    if ((TOLD.test(heading) && !ORDERS.test(heading)) || (parent !== undefined && told.has(parent)))
      told.add(id);
  return sentences
    .filter(({ section }) => section !== undefined && told.has(section))
    .map(({ id }) => id);
}

/** Pairs of sentences linked in mostly the same words. */
function keptWordings(links: Alignment['links']): ReadonlySet<string> {
  return new Set(
    links.flatMap((link) =>
      link.grain === 'sentence' && link.relation !== 'paraphrased'
        ? link.upstream.flatMap((up) => link.downstream.map((down) => `${up} ${down}`))
        : [],
    ),
  );
}

/** What is to be reached, with its figures: 0.65 by 2025 is no later 0.64 by 2022, nor one standard another. */
export function isSameAim(up: Target, down: Target): boolean {
  const figures = (target: Target): string =>
    (target.indicator ?? '').match(/[0-9]+(?:[.．][0-9]+)?|[一二三四五六七八九]/gu)?.join(' ') ??
    '';
  return figures(up) === figures(down) && isSameStandard(up, down);
}

/** 执行绿色建筑标准 by 2025 is not postponed by 执行超低能耗建筑标准 by 2030. */
function isSameStandard(up: Target, down: Target): boolean {
  const standard = ({ indicator = '' }: Target): string | undefined =>
    /[\u4e00-\u9fff]{4}(?=标准)/u.exec(indicator)?.[0];
  const [above, below] = [standard(up), standard(down)];
  return above === undefined || below === undefined || above === below;
}
