import { phrase } from '../messages/index.js';
import {
  type LinkOverride,
  type OverrideUnit,
  SENTENCE_RELATIONS,
  type SectionRelation,
  type SentenceRelation,
  type Swap,
} from '../model/index.js';
import type { Node } from './yaml.js';
import { YamlReader } from './yaml-reader.js';

const ACTIONS = ['pin', 'reject'] as const;
const RELATIONS = [...SENTENCE_RELATIONS, 'counterpart', 'related'] as const;

/**
 * Reads `links.yaml`: what an analyst says of pairs of units, by id and quotation.
 *
 * ```yaml
 * - pin: { upstream: 'hubei:11.5', downstream: 'wuhan:7.1', relation: adapted }
 *   reason: the science centre is one project
 * - reject: { upstream: 'hubei:30.3', quote-upstream: 第二轮土地承包, downstream: 'wuhan:33.4' }
 * ```
 *
 * `idOf` turns an address (`hubei:11.5`) into a unit id. *Errors*: `corpus/bad-file` with line and column.
 */
export function readLinksFile(
  text: string,
  path: string,
  idOf: (address: string) => string,
): LinkOverride[] {
  const reader = new YamlReader(text, path);
  if (reader.root === null) return [];
  return reader.list(reader.root, phrase('part/file')).map((node) => {
    const entry = reader.fields(node, phrase('part/override'), [], [...ACTIONS, 'reason']);
    const actions = ACTIONS.filter((name) => entry.has(name));
    const [action] = actions;
    if (action === undefined || actions.length > 1) {
      throw reader.fault(node, phrase('links/action'), phrase('links/action.advice'));
    }
    const reason = entry.get('reason');
    return {
      action,
      ...pairOf(reader, entry.get(action), idOf),
      ...(reason != null && { reason: reader.text(reason, 'reason') }),
    };
  });
}

function pairOf(
  reader: YamlReader,
  node: Node | null | undefined,
  idOf: (address: string) => string,
): {
  upstream: OverrideUnit;
  downstream: OverrideUnit;
  relation?: SentenceRelation | SectionRelation;
} {
  const pair = reader.fields(
    node,
    phrase('part/override'),
    ['upstream', 'downstream'],
    ['quote-upstream', 'quote-downstream', 'relation'],
  );
  const unit = (side: 'upstream' | 'downstream'): OverrideUnit => {
    const quote = pair.get(`quote-${side}`);
    return {
      id: idOf(reader.text(pair.get(side), side)),
      ...(quote != null && { quote: reader.text(quote, `quote-${side}`) }),
    };
  };
  const relation = pair.get('relation');
  if (relation == null) return { upstream: unit('upstream'), downstream: unit('downstream') };
  const name = reader.text(relation, 'relation');
  const known = RELATIONS.find((item) => item === name);
  if (known === undefined)
    throw reader.fault(
      relation,
      phrase('links/relation', { name }),
      phrase('links/relation.advice', { known: RELATIONS.join(', ') }),
    );
  return { upstream: unit('upstream'), downstream: unit('downstream'), relation: known };
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
