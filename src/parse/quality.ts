import type {
  DiagnosticCode,
  DocumentHead,
  Doubt,
  HeadConfidence,
  SourceText,
  TextQuality,
} from '../model/index.js';
import { endsSentence } from '../text/index.js';
import type { Line } from './lines.js';
import type { RawParagraph } from './paragraphs.js';

interface Measured {
  readonly lines: readonly Line[];
  /** Of the body, elements taken out. */
  readonly paragraphs: readonly RawParagraph[];
  readonly source: Pick<SourceText, 'diagnostics'>;
  readonly head: DocumentHead;
  readonly confidence: HeadConfidence;
}

/** Remarks of importers after which text may be missing without a trace. */
const LOST: ReadonlySet<DiagnosticCode> = new Set([
  'ingest/damaged-pages',
  'ingest/damaged-parts',
  'ingest/damaged-places',
]);

/** Shortest paragraph that is no heading, in characters. */
const SHORTEST_TEXT = 20;
/** Fewest paragraphs and lines of which a share says anything. */
const FEWEST_PARAGRAPHS = 5;
const FEWEST_LINES = 12;
/** Shares from which a text is doubtful: of 710 papers seen, clean ones stay under a third of them. */
const MOST_OPEN = 0.3;
const MOST_DAMAGED = 0.1;
/** A level read off the body alone has 0.6, one of a place named in the head 0.9. */
const SURE = 0.65;

/** How far a document can be trusted. Cost: linear. */
export function qualityOf({ lines, paragraphs, source, head, confidence }: Measured): TextQuality {
  const running = paragraphs.filter(
    ({ content, role }) => role === undefined && content.text.length >= SHORTEST_TEXT,
  );
  const open = running.filter(({ content }) => !endsText(content.text)).length;
  const own = lines.filter(({ role }) => role === undefined);
  const scraps = paragraphs.filter(isScrap).length;
  const damaged =
    scraps + own.filter(({ text }) => UNREADABLE.test(text) || DOUBLED.test(text)).length;
  const share = {
    open: running.length < FEWEST_PARAGRAPHS ? 0 : open / running.length,
    damaged: own.length < FEWEST_LINES ? 0 : Math.min(1, damaged / own.length),
  };
  const doubts: Doubt[] = [];
  if (source.diagnostics.some(({ code }) => LOST.has(code))) doubts.push('lost-text');
  if (share.open > MOST_OPEN) doubts.push('open-paragraphs');
  if (share.damaged > MOST_DAMAGED) doubts.push('damaged-lines');
  if (head.title === '') doubts.push('no-title');
  else if ((confidence.title ?? 0) < SURE) doubts.push('weak-title');
  if ((confidence.level ?? 0) < SURE) doubts.push('weak-level');
  return { ...share, doubts };
}

/** As a sentence does, or with a note in brackets. */
function endsText(text: string): boolean {
  return endsSentence(text) || /[）)】〕]$/.test(text);
}

/** Characters of private use, of replacement, or of a font without a map. */
const UNREADABLE = /[\ue000-\uf8ff\ufffd\ua000-\ua48c\u{f0000}-\u{10fffd}]/u;

/** Letters drawn twice, too few to be sure of: `坚坚持持节节`. */
const DOUBLED = /(?:(\p{Script=Han})\1){3}/u;

/** One or two characters that are neither a marker nor part of a line beside them. */
function isScrap({ content, marker, role, outline }: RawParagraph): boolean {
  const plain = role === undefined && marker === undefined && outline === undefined;
  return plain && content.text.length <= 2;
}
