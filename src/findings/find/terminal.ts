import { SEARCH_WORDS } from '../../messages/index.js';
import {
  type AnalysisView,
  aside,
  COMPARE_WORDS,
  spanPrinter,
  titled,
  wrapped,
} from '../../render/index.js';
import { percent } from '../../text/index.js';
import type { FoundView } from './found.js';

/** Places where a passage stands, the likest first: the paper and the line, then the sentence. */
export function renderFound({ places, papers }: FoundView, view: AnalysisView): string {
  const words = SEARCH_WORDS[view.language];
  const { levels, relations } = COMPARE_WORDS[view.language];
  if (places.length === 0) return `${wrapped(words.noPlaces({ papers }), 0, view).join('\n')}\n`;
  const lines = places.flatMap(({ path, document, unit, relation, score }) => {
    const { head, source } = document;
    const facts = [
      head.level === undefined ? '' : levels[head.level],
      head.date ?? '',
      words.line({ line: spanPrinter(source)(unit.span).lines[0] }),
      relations[relation],
      percent(score),
    ];
    return [
      '',
      ...titled(head.title || head.id, view),
      ...aside(`${path} · ${facts.filter((fact) => fact !== '').join(' · ')}`, 0, view),
      ...wrapped(unit.text, 2, view),
    ];
  });
  const files = new Set(places.map(({ path }) => path)).size;
  return `${[...titled(words.places({ count: places.length, papers: files }), view), ...lines].join('\n')}\n`;
}
