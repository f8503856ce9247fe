import type { ChangeKind } from '../../../model/index.js';
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
 * does not have is struck, swaps are grey; figures and deadlines are bold as well.
 */
export function formattedRun({ text, above, below }: Stretch): string {
  const kinds = [above, below].filter((kind) => kind !== undefined);
  if (kinds.length === 0) return run(text);
  const real = kinds.some((kind) => kind !== 'swap');
  const properties = [
    kinds.includes('number') || kinds.includes('commitment') ? '<w:b/>' : '',
    struck(below) ? '<w:strike/>' : '',
    `<w:color w:val="${real ? (above !== undefined && above !== 'swap' ? '0B5394' : '9C2B12') : '7F7F7F'}"/>`,
    above !== undefined && above !== 'swap' ? '<w:u w:val="single"/>' : '',
  ];
  return run(text, properties.join(''));
}

function struck(below: ChangeKind | undefined): boolean {
  return below !== undefined && below !== 'swap';
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
