import type { DecidedUnit, Decision } from '../model/index.js';
import { readLinksFile } from './links-file.js';
import { isSeq, type Node, parseDocument, sequence } from './yaml.js';

/** A decision to put into `links.yaml`, or, with `taken`, one to take out of it. */
export interface LinksChange {
  readonly decision: Decision;
  readonly taken?: true;
}

/**
 * The text of `links.yaml` with decisions put in or taken out: what stands there of the same units is replaced where it stands,
 * comments and the rest stay, what is new comes last.
 *
 * *In* `text`: the file as it is, empty where there is none; `addressOf` writes ids, `idOf` reads them.
 * *Errors*: `corpus/bad-file` where the file cannot be read.
 */
export function linksText(
  text: string,
  path: string,
  changes: readonly LinksChange[],
  { idOf, addressOf }: { idOf: (address: string) => string; addressOf: (id: string) => string },
): string {
  const keys = readLinksFile(text, path, idOf).map(subjectOf);
  const document = parseDocument(text);
  if (!isSeq(document.contents))
    document.contents = sequence() as unknown as typeof document.contents;
  const { items } = document.contents as unknown as { items: Node[] };
  for (const { decision, taken } of changes) {
    const key = subjectOf(decision);
    const at = taken === true ? -1 : keys.lastIndexOf(key);
    const node = nodeOf(document, decision, addressOf);
    if (at >= 0) items[at] = withComments(node, items[at]);
    for (let i = keys.length - 1; i >= 0; i -= 1) {
      if (keys[i] !== key || i === at) continue;
      keys.splice(i, 1);
      items.splice(i, 1);
    }
    if (at >= 0 || taken === true) continue;
    items.push(node);
    keys.push(key);
  }
  return document.toString({ lineWidth: 0 });
}

function withComments(node: Node, before: Node | undefined): Node {
  return Object.assign(node, {
    commentBefore: before?.commentBefore,
    spaceBefore: before?.spaceBefore,
    comment: before?.comment,
  });
}

/** What a decision is about: decisions about the same speak in turn, and the last is heard. */
export function subjectOf(decision: Decision): string {
  if ('downstream' in decision) return `${decision.upstream.id} > ${decision.downstream.id}`;
  const { range, upstream } = decision;
  return `${upstream.id} # ${range === undefined ? (upstream.quote ?? '') : `${range.start}-${range.end}`}`;
}

function nodeOf(
  document: ReturnType<typeof parseDocument>,
  decision: Decision,
  addressOf: (id: string) => string,
): Node {
  const unit = (side: 'upstream' | 'downstream', { id, quote }: DecidedUnit) => ({
    [side]: addressOf(id),
    ...(quote !== undefined && { [`quote-${side}`]: quote }),
  });
  const said =
    'downstream' in decision
      ? {
          ...unit('upstream', decision.upstream),
          ...unit('downstream', decision.downstream),
          ...(decision.relation !== undefined && { relation: decision.relation }),
        }
      : { ...unit('upstream', decision.upstream), ...decision.range };
  const { action, reason, by, at } = decision;
  return document.createNode({
    [action]: said,
    ...(reason !== undefined && { reason }),
    ...(by !== undefined && { by }),
    ...(at !== undefined && { at }),
  }) as Node;
}
