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
 * `idOf` turns an address (`hubei:11.5`) into a unit id. *Errors*: `corpus/bad-file` with line and column.
 */
export function readLinksFile(
  text: string,
  path: string,
  idOf: (address: string) => string,
): Decision[] {
  const reader = new YamlReader(text, path);
  if (reader.root === null) return [];
  return reader
    .list(reader.root, phrase('part/file'))
    .map((node) => readDecision(reader, node, idOf));
}

function readDecision(reader: YamlReader, node: Node, idOf: (address: string) => string): Decision {
  const entry = reader.fields(node, phrase('part/override'), [], [...ACTIONS, ...REMARKS]);
  const [action, ...others] = ACTIONS.filter((name) => entry.has(name));
  if (action === undefined || others.length > 0)
    throw reader.fault(node, phrase('links/action'), phrase('links/action.advice'));
  const remarks = Object.fromEntries(
    REMARKS.flatMap((name) => {
      const value = entry.get(name);
      return value == null ? [] : [[name, reader.text(value, name)]];
    }),
  );
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
