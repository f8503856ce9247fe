import { phrase } from '../messages/index.js';
import {
  type ClauseDecision,
  type DecidedUnit,
  type Decision,
  type PairDecision,
  SENTENCE_RELATIONS,
  type Swap,
} from '../model/index.js';
import type { Node } from './yaml.js';
import { YamlReader } from './yaml-reader.js';

const ACTIONS = ['pin', 'reject', 'carried', 'missing'] as const;
const RELATIONS = [...SENTENCE_RELATIONS, 'counterpart', 'related'] as const;
const REMARKS = ['reason', 'by', 'at'] as const;

/**
 * Reads `links.yaml`: what people say of pairs of units, and of clauses, by id and quotation.
 *
 * ```yaml
 * - pin: { upstream: 'hubei:11.5', downstream: 'wuhan:7.1', relation: adapted }
 *   reason: the science centre is one project
 *   by: 张三
 *   at: 2026-11-27
 * - reject: { upstream: 'hubei:30.3', quote-upstream: 第二轮土地承包, downstream: 'wuhan:33.4' }
 * - missing: { upstream: 'hubei:30.4', quote-upstream: 保持土地承包关系稳定 }
 * ```
 *
 * An entry may have the flat form of JSON Lines too, and the whole file may be JSON Lines:
 * `{"upstream":"hubei:11.5","downstream":"wuhan:7.1","answer":"yes","quoteUpstream":"…"}`.
 *
 * `idOf` turns an address (`hubei:11.5`) into a unit id. *Errors*: `corpus/bad-file` with line and column.
 */
export function readLinksFile(
  text: string,
  path: string,
  idOf: (address: string) => string,
): Decision[] {
  const reader = new YamlReader(asList(text), path);
  if (reader.root === null) return [];
  return reader
    .list(reader.root, phrase('part/file'))
    .map((node) => readDecision(reader, node, idOf));
}

/** JSON Lines as a list: each line is an entry, and stays the line it is. */
function asList(text: string): string {
  return text.trimStart().startsWith('{') ? text.replace(/^(?=\{)/gmu, '- ') : text;
}

/** Names of the flat form, which `review` reads and writes as JSON Lines, by those of the entries here. */
const FLAT = ['upstream', 'downstream', 'relation', 'start', 'end'] as const;
const FLAT_QUOTES = { 'quote-upstream': 'quoteUpstream', 'quote-downstream': 'quoteDownstream' };
const ANSWERS = { yes: 'pin', no: 'reject', carried: 'carried', missing: 'missing' } as const;

/** `{ upstream: 'hubei:11.5', downstream: 'wuhan:7.1', answer: yes }`: a line of JSON Lines as an entry. */
function readFlat(reader: YamlReader, node: Node, idOf: (address: string) => string): Decision {
  const entry = reader.fields(
    node,
    phrase('part/override'),
    ['upstream', 'answer'],
    [...FLAT, ...Object.values(FLAT_QUOTES), 'note', ...REMARKS],
  );
  const answer = reader.text(entry.get('answer'), 'answer');
  const action = (Object.entries(ANSWERS) as [string, Decision['action']][]).find(
    ([name]) => name === answer,
  )?.[1];
  const isPair = action === 'pin' || action === 'reject';
  if (action === undefined || isPair !== entry.has('downstream'))
    throw reader.fault(node, phrase('links/answer'), phrase('links/answer.advice'));
  const fields = new Map(entry);
  for (const [name, flat] of Object.entries(FLAT_QUOTES)) {
    const quote = entry.get(flat);
    if (quote != null) fields.set(name, quote);
  }
  const note = entry.get('note');
  const remarks = {
    ...remarksOf(reader, entry),
    ...(note != null && { reason: reader.text(note, 'note') }),
  };
  return isPair
    ? { action, ...pairIn(reader, fields, idOf), ...remarks }
    : { action, ...clauseIn(reader, fields, { node, idOf }), ...remarks };
}

function remarksOf(
  reader: YamlReader,
  entry: Fields,
): Partial<Record<(typeof REMARKS)[number], string>> {
  return Object.fromEntries(
    REMARKS.flatMap((name) => {
      const value = entry.get(name);
      return value == null ? [] : [[name, reader.text(value, name)]];
    }),
  );
}

function readDecision(reader: YamlReader, node: Node, idOf: (address: string) => string): Decision {
  if (reader.has(node, 'answer')) return readFlat(reader, node, idOf);
  const entry = reader.fields(node, phrase('part/override'), [], [...ACTIONS, ...REMARKS]);
  const [action, ...others] = ACTIONS.filter((name) => entry.has(name));
  if (action === undefined || others.length > 0)
    throw reader.fault(node, phrase('links/action'), phrase('links/action.advice'));
  const remarks = remarksOf(reader, entry);
  const said = entry.get(action);
  return action === 'pin' || action === 'reject'
    ? { action, ...pairOf(reader, said, idOf), ...remarks }
    : { action, ...clauseOf(reader, said, idOf), ...remarks };
}

type Fields = ReadonlyMap<string, Node | null>;

function unitOf(
  reader: YamlReader,
  fields: Fields,
  side: 'upstream' | 'downstream',
  idOf: (address: string) => string,
): DecidedUnit {
  const quote = fields.get(`quote-${side}`);
  return {
    id: idOf(reader.text(fields.get(side), side)),
    ...(quote != null && { quote: reader.text(quote, `quote-${side}`) }),
  };
}

function pairOf(
  reader: YamlReader,
  node: Node | null | undefined,
  idOf: (address: string) => string,
): Pick<PairDecision, 'upstream' | 'downstream' | 'relation'> {
  const pair = reader.fields(
    node,
    phrase('part/override'),
    ['upstream', 'downstream'],
    ['quote-upstream', 'quote-downstream', 'relation'],
  );
  return pairIn(reader, pair, idOf);
}

function pairIn(
  reader: YamlReader,
  pair: Fields,
  idOf: (address: string) => string,
): Pick<PairDecision, 'upstream' | 'downstream' | 'relation'> {
  const units = {
    upstream: unitOf(reader, pair, 'upstream', idOf),
    downstream: unitOf(reader, pair, 'downstream', idOf),
  };
  const relation = pair.get('relation');
  if (relation == null) return units;
  const name = reader.text(relation, 'relation');
  const known = RELATIONS.find((item) => item === name);
  if (known === undefined)
    throw reader.fault(
      relation,
      phrase('links/relation', { name }),
      phrase('links/relation.advice', { known: RELATIONS.join(', ') }),
    );
  return { ...units, relation: known };
}

function clauseOf(
  reader: YamlReader,
  node: Node | null | undefined,
  idOf: (address: string) => string,
): Pick<ClauseDecision, 'upstream' | 'range'> {
  const fields = reader.fields(
    node,
    phrase('part/override'),
    ['upstream'],
    ['quote-upstream', 'start', 'end'],
  );
  return clauseIn(reader, fields, { node, idOf });
}

function clauseIn(
  reader: YamlReader,
  fields: Fields,
  {
    node,
    idOf,
  }: { readonly node: Node | null | undefined; readonly idOf: (address: string) => string },
): Pick<ClauseDecision, 'upstream' | 'range'> {
  const upstream = unitOf(reader, fields, 'upstream', idOf);
  if (!fields.has('start') && !fields.has('end')) return { upstream };
  const [start, end] = [fields.get('start'), fields.get('end')].map((at) =>
    at == null ? Number.NaN : reader.number(at, 'start, end'),
  ) as [number, number];
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end)
    throw reader.fault(node, phrase('links/range'), phrase('links/range.advice'));
  return { upstream, range: { start, end } };
}

/** Reads `lexicon/swaps.yaml`: a list of `{ upstream, downstream }`. *Errors*: `corpus/bad-file`. */
export function readSwapsFile(text: string, path: string): Swap[] {
  const reader = new YamlReader(text, path);
  return reader.list(reader.root, phrase('part/file')).map((node) => {
    const swap = reader.fields(node, phrase('part/swap'), ['upstream', 'downstream']);
    return {
      upstream: reader.text(swap.get('upstream'), 'upstream'),
      downstream: reader.text(swap.get('downstream'), 'downstream'),
    };
  });
}
