import { type MarkKind, ownLink } from '../../../findings/index.js';
import type { ReportWords } from '../../../messages/index.js';
import type {
  ComparisonBlock,
  ComparisonPair,
  ComparisonRow,
  MovedNote,
  Report,
  SectionRef,
} from '../../../model/index.js';
import { itemAt } from '../../../text/index.js';
import type { CompareWords } from '../../index.js';
import { attribute, escapeText, PART_SIGNS } from '../../index.js';
import {
  isCalledMissing,
  rowsOf,
  sectionTitle,
  shortAddress,
  sideLabel,
  themesOfRow,
} from '../look-up.js';
import { partsOf } from '../parts-of-row.js';
import { namesText } from '../records.js';
import { type Stretch, stretchesOf } from '../stretches.js';

/** What the parts of a page are drawn with. */
export interface Page {
  readonly report: Report;
  readonly words: ReportWords;
  readonly compare: CompareWords;
  /** Addresses that stand in the page already: a unit may occur in several rows. */
  readonly anchored: Set<string>;
  /** Position of each sentence within its side. */
  readonly order: readonly ReadonlyMap<string, number>[];
}

/** All blocks of the comparison: section heads and rows. */
export function blocksHtml(page: Page): string {
  return page.report.comparison.blocks.map((block) => blockHtml(block, page)).join('\n');
}

function blockHtml(block: ComparisonBlock, page: Page): string {
  const heads = block.head.sections.map((sections, side) => {
    const names = sections.map((section) => sectionAnchor(section, side, page)).join('<br>');
    const relation = side > 0 ? block.head.relations[side - 1] : undefined;
    const tag =
      relation === undefined
        ? ''
        : ` <span class="from">${page.compare.sectionRelations[relation]}</span>`;
    return `<div><span class="side">${sideName(page, side)}</span><h3>${names === '' ? `<span class="from">${page.words.noCounterpart}</span>` : names}${tag}</h3></div>`;
  });
  const entries = [
    ...(block.head.row === undefined ? [] : [rowHtml(block.head.row, page)]),
    ...block.rows.flatMap((entry) => {
      if (entry.type === 'moved') return [movedHtml(entry, page)];
      return (entry.type === 'folded' ? entry.rows : [entry]).map((row) => rowHtml(row, page));
    }),
  ];
  if (rowsOf(block).length === 0) return '';
  return `<section class="block"><div class="cols">${heads.join('')}</div><ol class="rows">\n${entries.join('\n')}\n</ol></section>`;
}

function sideName(page: Page, side: number): string {
  return escapeText(sideLabel(page.report, side, page.compare.language));
}

function sectionAnchor(section: SectionRef, side: number, page: Page): string {
  const address = itemAt(page.report.sides, side).sections.get(section.id)?.address;
  const id = address === undefined ? undefined : anchor(address, page);
  return `<span${attribute('id', id)}>${escapeText(sectionTitle(section))}</span>`;
}

/** The id of an element for an address; the first element that asks gets it. */
function anchor(address: string, page: Page): string | undefined {
  if (page.anchored.has(address)) return undefined;
  page.anchored.add(address);
  return address;
}

function rowHtml(row: ComparisonRow, page: Page): string {
  const parts = partsOf(row);
  const kinds = [
    ...new Set(row.pairs.flatMap((pair) => pair?.changes.map(({ kind }) => kind) ?? [])),
  ];
  const differs = kinds.length > 0 || parts.some((part) => part === 'missing' || part === 'local');
  const cells = row.cells.map((_, side) => cellHtml(row, side, page));
  return `<li class="row" tabindex="-1" data-rel="${[...new Set(parts)].join(' ')}" data-kinds="${kinds.join(' ')}" data-themes="${escapeText(themesOfRow(page.report, row).join(' '))}"${differs ? ' data-diff="1"' : ''}><div class="cols">${cells.join('')}</div></li>`;
}

function cellHtml(row: ComparisonRow, side: number, page: Page): string {
  const cell = itemAt(row.cells, side);
  const tags = tagsHtml(row, side, page);
  const sentences = cell.sentences.map((sentence) => {
    const unit = itemAt(page.report.sides, side).units.get(sentence.unit);
    const address = unit?.address ?? sentence.unit;
    const id = anchor(address, page);
    const text = stretchesOf(row, side, sentence.start, sentence.end)
      .map((stretch) => stretchHtml(stretch, page))
      .join('');
    const where =
      sentence.elsewhere === undefined
        ? ''
        : ` <span class="from">${page.words.standsIn} ${escapeText(sectionTitle(sentence.elsewhere))}</span>`;
    const link = ownLink(row.pairs[side - 1], sentence.unit);
    const tag = link === undefined || cell.sentences.length < 2 ? '' : `${linkTag(link, page)} `;
    const classes = `s${sentence.heading ? ' head' : ''}${sentence.again ? ' again' : ''}`;
    const n = itemAt(page.order, side).get(sentence.unit) ?? 0;
    return `<p class="${classes}"${attribute('id', id)} data-u="${escapeText(sentence.unit)}" data-n="${n}" lang="zh-Hans"><a class="ad" href="#${encodeURI(address)}">${escapeText(shortAddress(address))}</a>${tag}${text}${where}</p>`;
  });
  const own = ownClass(row, side);
  const named = namesText(
    cell.sentences.flatMap(
      ({ unit }) => itemAt(page.report.sides, side).units.get(unit)?.bodies ?? [],
    ),
  );
  const bodies =
    named === '' ? '' : `<p class="from">${page.words.bodies}: ${escapeText(named)}</p>`;
  return `<div class="cell${own}"><span class="side">${sideName(page, side)}</span>${tags}${sentences.join('')}${bodies}</div>`;
}

function ownClass(row: ComparisonRow, side: number): string {
  if (itemAt(row.cells, side).sentences.length === 0) return '';
  const last = row.cells.length - 1;
  if (side < last && row.pairs[side] === undefined) return ' none';
  return side > 0 && row.pairs[side - 1] === undefined ? ' own' : '';
}

/** What a cell is to the one above it. */
function tagsHtml(row: ComparisonRow, side: number, page: Page): string {
  if (side === 0) return '';
  const pair = row.pairs[side - 1];
  const here = itemAt(row.cells, side).sentences.length > 0;
  const above = itemAt(row.cells, side - 1).sentences.length > 0;
  if (pair === undefined) {
    if (!here && !above) return '';
    const part = here ? 'local' : 'missing';
    const byHand =
      !here && isCalledMissing(row, side - 1) ? ` ${notesHtml([page.words.decided])}` : '';
    return `<span class="tag t-${part}">${PART_SIGNS[part]} <b>${page.compare.relations[part]}</b>${byHand}</span>`;
  }
  return linkTag(pair, page);
}

function notesHtml(notes: readonly string[]): string {
  return `<span class="from">${notes.join(' · ')}</span>`;
}

/** What a link is, its score, and what to know of it. */
function linkTag(
  link: Pick<ComparisonPair, 'relation' | 'score' | 'moved' | 'doubtful' | 'decided'>,
  page: Page,
): string {
  const notes = [
    link.moved ? page.words.moved : undefined,
    link.doubtful ? page.words.doubtful : undefined,
    link.decided === true ? page.words.decided : undefined,
  ].filter((note) => note !== undefined);
  const score = `<span class="from">${link.score.toFixed(2)}</span>`;
  const more = notes.length === 0 ? '' : ` ${notesHtml(notes)}`;
  return `<span class="tag t-${link.relation}">${PART_SIGNS[link.relation]} <b>${page.compare.relations[link.relation]}</b> ${score}${more}</span>`;
}

function stretchHtml({ text, above, below }: Stretch, page: Page): string {
  const inner = escapeText(text);
  const mark = (differs: 'ins' | 'del', kind: MarkKind, content: string): string => {
    const tag = kind === 'shared' ? 'mark' : differs;
    return `<${tag} class="k-${kind}" title="${page.compare.kinds[kind]}">${content}</${tag}>`;
  };
  const lower = below === undefined ? inner : mark('del', below, inner);
  return above === undefined ? lower : mark('ins', above, lower);
}

function movedHtml(note: MovedNote, page: Page): string {
  const from = page.report.sides.flatMap((side) => side.units.get(note.unit) ?? [])[0];
  const targets = note.to.flatMap((unit) =>
    page.report.sides.slice(1).flatMap((side) => side.units.get(unit)?.address ?? []),
  );
  const links = targets.map(
    (address) => `<a href="#${encodeURI(address)}">${escapeText(address)}</a>`,
  );
  return `<li class="mv">${escapeText(from?.address ?? note.unit)} ${page.words.movedTo} ${links.join('、')}</li>`;
}
