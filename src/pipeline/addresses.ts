import type { SectionUnit, Side } from '../model/index.js';
import { itemAt, nearest, UserError } from '../text/index.js';
import { unitId, type Workspace } from './workspace.js';

/**
 * Short names of units: `hubei-proposal-2020/11.3` is `hubei:11.3` where the alias means that one
 * document, else `hubei-proposal-2020:11.3`. Every command that takes a unit accepts them.
 */
export function addressMaker(ws: Workspace): (unit: string) => string {
  const aliases = new Map(
    Object.entries(ws.corpus.file.aliases).flatMap(([name, ids]) =>
      ids.length === 1 ? ids.map((id) => [id, name] as const) : [],
    ),
  );
  return (unit) => {
    const slash = unit.indexOf('/');
    if (slash < 0) return aliases.get(unit) ?? unit;
    const document = unit.slice(0, slash);
    return `${aliases.get(document) ?? document}:${unit.slice(slash + 1)}`;
  };
}

/** A unit id or an address as a unit id; what is neither stays as it is. */
export function unitIdOf(ws: Workspace, name: string): string {
  return unitId(ws.corpus, name);
}

/**
 * The sections `--section` names, by side: `45`, `45:46`, `hubei:45`, a label or words of a heading; of a sentence (`hubei:45.3`) its own.
 *
 * Errors: `cli/unknown-section` with the nearest ones.
 */
export function sectionsOf(
  ws: Workspace,
  wanted: string,
  sides: readonly Side[],
): (string | undefined)[] {
  const parts = wanted.split(/[:：]/);
  const named =
    parts.length === 2 &&
    (itemAt(parts, 0) in ws.corpus.file.aliases ||
      sides.some((side) => side.documents.some(({ head }) => head.id === parts[0])));
  if (named) {
    const id = unitIdOf(ws, wanted);
    const own = sides.map((side) => sectionOf(side, id));
    const at = own.findIndex((section) => section !== undefined);
    if (at < 0) throw unknownSection(wanted, sides);
    return sides.map((_, index) => (index === at ? own[index] : undefined));
  }
  const found = sides.map((side, index) => {
    const part = parts.length === 1 ? (index === 0 ? itemAt(parts, 0) : undefined) : parts[index];
    return part === undefined || part === '' ? undefined : findSection(side, part);
  });
  if (parts.length === 1 && found[0] === undefined) {
    // Not in the upstream side: perhaps it was meant for one below.
    const below = sides.map((side, index) =>
      index === 0 ? undefined : findSection(side, itemAt(parts, 0)),
    );
    const at = below.findIndex((id) => id !== undefined);
    if (at < 0) throw unknownSection(wanted, sides);
    return below.map((id, index) => (index === at ? id : undefined));
  }
  parts.forEach((part, index) => {
    if (parts.length > 1 && part !== '' && index < sides.length && found[index] === undefined) {
      throw unknownSection(part, [itemAt(sides, index)]);
    }
  });
  return found;
}

/** The section of that id, or the one that a sentence of that id stands in. */
function sectionOf(side: Side, id: string): string | undefined {
  if (sectionsIn(side).some((section) => section.id === id)) return id;
  return side.documents.flatMap(({ sentences }) => sentences).find((sentence) => sentence.id === id)
    ?.section;
}

function sectionsIn(side: Side): SectionUnit[] {
  return side.documents.flatMap((document) => [...document.sections]);
}

function findSection(side: Side, wanted: string): string | undefined {
  const sections = sectionsIn(side);
  const bare = wanted.replace(/[、．.]$/, '');
  const core = (section: SectionUnit): string => section.id.slice(section.id.indexOf('/') + 1);
  const found =
    sections.find((section) => section.id === wanted || core(section) === bare) ??
    sections.find((section) => section.label.replace(/[、．.]$/, '') === bare) ??
    sections.find((section) => section.heading === wanted) ??
    sections.find((section) => wanted.length >= 2 && section.heading.includes(wanted));
  return found?.id;
}

function unknownSection(wanted: string, sides: readonly Side[]): Error {
  const sections = sides.flatMap(sectionsIn);
  const names = sections.map((section) => `${section.label}${section.heading}`);
  const cores = sections.map((section) => section.id.slice(section.id.indexOf('/') + 1));
  const near = nearest(wanted, [...new Set([...cores, ...names])], 4);
  return new UserError('cli/unknown-section', {
    section: wanted,
    nearest: (near.length > 0 ? near : names.slice(0, 4)).join('  '),
  });
}
