import { TARGETS_WORDS } from '../../messages/index.js';
import type { DocumentUnits, Target, TargetPair, TargetShift } from '../../model/index.js';
import {
  type AnalysisView,
  aside,
  type PlaceOf,
  rangeText,
  tableOf,
  titled,
} from '../../render/index.js';
import { valueText } from './values.js';

/** In the order they are shown: what differs first. */
const SHIFT_SIGNS: Readonly<Record<TargetShift, string>> = {
  raised: '↑',
  lowered: '↓',
  earlier: '<',
  later: '>',
  changed: '~',
  same: '=',
  'only-upstream': '-',
  'only-downstream': '+',
};
const ASCII_SIGNS: Partial<Record<TargetShift, string>> = { raised: '^', lowered: 'v' };

/** The targets of each document: place, kind, indicator, wording, normalised value. */
export function renderTargets(
  documents: readonly { readonly document: DocumentUnits; readonly targets: readonly Target[] }[],
  placeOf: PlaceOf,
  view: AnalysisView,
): string {
  const words = TARGETS_WORDS[view.language];
  return documents
    .map(({ document, targets }) => {
      const title = titled(
        `${document.head.title || document.head.id} · ${words.count({ count: targets.length })}`,
        view,
      );
      if (targets.length === 0) return `${[...title, words.none].join('\n')}\n`;
      const rows = targets.map((target) => [
        placeText(target, placeOf, view),
        words.kinds[target.kind],
        target.indicator ?? '',
        target.text,
        valueWithDue(target, view),
      ]);
      return `${title.join('\n')}\n${tableOf(words.head, rows, view)}`;
    })
    .join('\n');
}

/** Targets of two sides next to each other, what has a counterpart first. */
export function renderTargetPairs(
  pairs: readonly {
    readonly upstream: { readonly name: string };
    readonly downstream: { readonly name: string };
    readonly targets: readonly TargetPair[];
  }[],
  placeOf: PlaceOf,
  view: AnalysisView,
): string {
  const words = TARGETS_WORDS[view.language];
  return pairs
    .map(({ upstream, downstream, targets }) => {
      const names = `${upstream.name} → ${downstream.name}`;
      if (targets.length === 0) return `${[...titled(names, view), words.none].join('\n')}\n`;
      const order = Object.keys(SHIFT_SIGNS);
      const sorted = [...targets].sort((a, b) => order.indexOf(a.shift) - order.indexOf(b.shift));
      const rows = sorted.map((pair) => [
        `${signOf(pair.shift, view)} ${words.shifts[pair.shift]}`,
        pair.upstream?.indicator ?? pair.downstream?.indicator ?? '',
        cellText(pair.upstream, placeOf, view),
        cellText(pair.downstream, placeOf, view),
      ]);
      return [
        ...titled(names, view),
        tableOf([...words.pairHead, upstream.name, downstream.name], rows, view).trimEnd(),
        ...aside(countsOf(targets, view), 0, view),
        '',
      ].join('\n');
    })
    .join('\n');
}

function countsOf(targets: readonly TargetPair[], view: AnalysisView): string {
  const { shifts } = TARGETS_WORDS[view.language];
  const kinds = Object.keys(shifts) as TargetShift[];
  return kinds
    .map((shift) => ({ shift, count: targets.filter((pair) => pair.shift === shift).length }))
    .filter(({ count }) => count > 0)
    .map(({ shift, count }) => `${signOf(shift, view)} ${shifts[shift]} ${count}`)
    .join('  ');
}

function signOf(shift: TargetShift, view: AnalysisView): string {
  return (view.ascii ? ASCII_SIGNS[shift] : undefined) ?? SHIFT_SIGNS[shift];
}

function cellText(target: Target | undefined, placeOf: PlaceOf, view: AnalysisView): string {
  if (target === undefined) return '';
  const value = valueWithDue(target, view);
  const head = value.replace(/\s/gu, '') === target.text ? target.text : `${target.text}\n${value}`;
  return `${head}\n${placeText(target, placeOf, view)}`;
}

function valueWithDue(target: Target, view: AnalysisView): string {
  const words = TARGETS_WORDS[view.language];
  return [
    valueText(target, view.language, view.ascii),
    ...(target.due === undefined ? [] : [words.due({ year: target.due })]),
    ...(target.aspired ? [words.aspired] : []),
  ].join(', ');
}

/** `hubei:11.3`, then its page or line. */
function placeText(target: Target, placeOf: PlaceOf, view: AnalysisView): string {
  const span = placeOf(target.sentence)?.span;
  const words = TARGETS_WORDS[view.language];
  if (span === undefined) return view.addressOf(target.sentence);
  const place =
    span.pages === undefined
      ? words.line({ range: rangeText(span.lines) })
      : words.page({ range: rangeText(span.pages) });
  return `${view.addressOf(target.sentence)} ${place}`;
}
