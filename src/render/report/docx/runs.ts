import type { MarkKind } from '../../../findings/index.js';
import { escapeText } from '../../index.js';
import type { Revision } from '../revisions.js';
import type { Stretch } from '../stretches.js';

/** Who and when of tracked changes; ids count up through the document. */
export interface RevisionMark {
  readonly author: string;
  readonly date: string;
  readonly nextId: () => number;
}

export function run(text: string, properties = ''): string {
  if (text === '') return '';
  const format = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${format}<w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
}

/**
 * Differences as formatting: what differs from the level above is underlined, what the level below
 * does not have is struck, swaps are grey; figures and deadlines are bold as well. What a paraphrase shares has a pale ground.
 */
export function formattedRun({ text, above, below }: Stretch): string {
  const kinds = [above, below].filter((kind) => kind !== undefined);
  const differences = kinds.filter((kind) => kind !== 'shared');
  const ground =
    kinds.length > differences.length
      ? '<w:shd w:val="clear" w:color="auto" w:fill="E3ECF9"/>'
      : '';
  if (differences.length === 0) return run(text, ground);
  const real = differences.some((kind) => kind !== 'swap');
  const properties = [
    differences.includes('number') || differences.includes('commitment') ? '<w:b/>' : '',
    isReal(below) ? '<w:strike/>' : '',
    `<w:color w:val="${real ? (isReal(above) ? '0B5394' : '9C2B12') : '7F7F7F'}"/>`,
    isReal(above) ? '<w:u w:val="single"/>' : '',
    ground,
  ];
  return run(text, properties.join(''));
}

/** A difference that is more than a swap. */
function isReal(kind: MarkKind | undefined): boolean {
  return kind !== undefined && kind !== 'swap' && kind !== 'shared';
}

/** Differences as revisions that a word processor accepts or rejects. */
export function trackedRun({ type, text }: Revision, mark: RevisionMark): string {
  if (text === '') return '';
  const attributes = `w:id="${mark.nextId()}" w:author="${mark.author}" w:date="${mark.date}"`;
  switch (type) {
    case 'same':
      return run(text);
    case 'inserted':
      return `<w:ins ${attributes}>${run(text)}</w:ins>`;
    case 'deleted':
      return `<w:del ${attributes}><w:r><w:delText xml:space="preserve">${escapeText(text)}</w:delText></w:r></w:del>`;
    default:
      return type satisfies never;
  }
}
