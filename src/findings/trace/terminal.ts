import { TRACE_WORDS } from '../../messages/index.js';
import type { TraceNode } from '../../model/index.js';
import {
  type AnalysisView,
  aside,
  COMPARE_WORDS,
  placeFinder,
  rangeText,
  tableOf,
  titled,
  wrapped,
} from '../../render/index.js';
import { itemAt } from '../../text/index.js';
import type { TraceDifference, TraceView } from './view.js';

const SIGNS = { verbatim: '=', adapted: '~', paraphrased: '≈' } as const;
/** Differences of a paraphrase are nearly all of it: they say nothing. */
const TELLING = new Set(['verbatim', 'adapted']);

/** A cascade as a tree: each sentence below the one it comes from, with relation and differences. */
export function renderTrace(trace: TraceView, view: AnalysisView): string {
  const words = TRACE_WORDS[view.language];
  const { report } = trace;
  const placeOf = placeFinder(trace.documents);
  const names = report.sides;
  const line = (sign: string, unit: string, depth: number): string[] => {
    const place = placeOf(unit);
    const at = words.line({ range: rangeText(place?.span.lines) });
    return wrapped(
      `${sign} ${view.addressOf(unit)} ${at}  ${place?.unit.text ?? ''}`,
      depth * 2,
      view,
    );
  };
  const nodeLines = (node: TraceNode, depth: number, from?: TraceNode): string[] => {
    const sign = node.relation === undefined ? (node.step > 0 ? '+' : '●') : SIGNS[node.relation];
    const telling = from !== undefined && node.relation !== undefined && TELLING.has(node.relation);
    const differences = telling ? trace.differences(from.unit, node.unit) : [];
    return [
      ...line(ascii(sign, view), node.unit, depth),
      ...(differences.length === 0
        ? []
        : aside(differencesText(differences, view), depth * 2 + 4, view)),
      ...(node.stops
        ? aside(`- ${words.stop({ side: itemAt(names, node.step + 1) })}`, depth * 2 + 2, view)
        : []),
      ...node.children.flatMap((child) => nodeLines(child, depth + 1, node)),
    ];
  };
  const head = titled(
    `${words.types[trace.topic.type]} ${trace.topic.name} · ${names.join(' → ')}`,
    view,
  );
  if (report.roots.length + report.fresh.length === 0)
    return `${[...head, ...wrapped(words.none({ name: trace.topic.name }), 0, view)].join('\n')}\n`;
  const rooted = new Set(report.roots.map(({ unit }) => unit));
  const fresh = names.flatMap((name, step) => {
    const own = report.fresh.filter((each) => each.step === step && !rooted.has(each.unit));
    if (own.length === 0) return [];
    return [
      '',
      ...titled(words.fresh({ side: name }), view),
      ...own.flatMap(({ unit }) => line('+', unit, 0)),
    ];
  });
  return `${[
    ...head,
    stepTable(trace, view).trimEnd(),
    ...aside(ascii(words.legend, view), 0, view),
    ...whoFollows(trace, view),
    '',
    ...report.roots.flatMap((root) => [...nodeLines(root, 0), '']),
    ...fresh,
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function ascii(text: string, view: AnalysisView): string {
  return view.ascii ? text.replaceAll('≈', '*').replaceAll('●', 'o') : text;
}

function stepTable({ report, topic }: TraceView, view: AnalysisView): string {
  const rows = report.steps.map(({ side, arrive, stop, fresh }, step) => {
    const last = step === report.steps.length - 1;
    return [
      side,
      String(arrive),
      last ? '' : String(arrive - stop),
      last ? '' : String(stop),
      step === 0 || topic.type === 'section' || topic.type === 'sentence' ? '' : String(fresh),
    ];
  });
  return tableOf(TRACE_WORDS[view.language].head, rows, view, [
    'left',
    'right',
    'right',
    'right',
    'right',
  ]);
}

function differencesText(differences: readonly TraceDifference[], view: AnalysisView): string {
  const { kinds } = COMPARE_WORDS[view.language];
  return differences
    .map(({ kind, upstream, downstream }) => {
      const change =
        upstream === ''
          ? `+${downstream}`
          : downstream === ''
            ? `-${upstream}`
            : `${upstream}→${downstream}`;
      return `${kinds[kind]}: ${change}`;
    })
    .join(' · ');
}

function whoFollows({ report, direction }: TraceView, view: AnalysisView): string[] {
  const [highest, above, low] = report.sides;
  if (direction === 'up' || report.descents.length === 0) return [];
  if (highest === undefined || above === undefined || low === undefined) return [];
  const words = TRACE_WORDS[view.language];
  const followers = (what: string): number =>
    report.follows.filter(({ follows }) => follows === what).length;
  const descents = (what: string): number =>
    report.descents.filter(({ descent }) => descent === what).length;
  return [
    ...wrapped(
      words.descents({
        middle: above,
        first: descents('both'),
        second: descents('through'),
        third: descents('past'),
      }),
      0,
      view,
    ),
    ...wrapped(
      words.follows({
        low,
        above,
        highest,
        first: followers('above'),
        second: followers('highest'),
        third: followers('both'),
      }),
      0,
      view,
    ),
  ];
}
