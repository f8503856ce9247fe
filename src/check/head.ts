import { isMap, isScalar, type Pair, parseDocument as parseYaml } from 'yaml';
import { type Phrase, phrase } from '../messages/index.js';
import { itemAt } from '../text/index.js';

/** A field of a YAML head with its place in the file. */
export interface HeadField {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/** A document head as it stands, right or wrong. */
export interface LenientHead {
  readonly present: boolean;
  /** Fields of the YAML mapping; empty where it is no YAML. */
  readonly fields: ReadonlyMap<string, HeadField>;
  /** Offset of the first character after the head. */
  readonly bodyStart: number;
  readonly yamlFault?: { readonly start: number; readonly problem: Phrase };
  /** `# duibiao-ignore rule: reason` comments. */
  readonly ignores: readonly { rule: string; reason: string; start: number; end: number }[];
}

const HEAD = /^---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;
const IGNORE = /#[ \t]*duibiao-ignore[ \t]+([a-z-]+)[ \t]*:[ \t]*(\S[^\r\n]*)/g;

/** Read a head without ever failing: the rules say what is wrong with it. */
export function readLenientHead(text: string): LenientHead {
  const match = HEAD.exec(text);
  if (match === null) return { present: false, fields: new Map(), bodyStart: 0, ignores: [] };
  const yaml = match[1] ?? '';
  const offset = match[0].indexOf('\n') + 1;
  const document = parseYaml(yaml, { strict: true, prettyErrors: false });
  const fields = new Map<string, HeadField>();
  const fault = document.errors[0];
  if (fault === undefined && isMap(document.contents)) {
    for (const pair of document.contents.items as Pair[]) {
      if (!isScalar(pair.key)) continue;
      const keyRange = pair.key.range ?? [0, 0, 0];
      const node = pair.value as {
        range?: [number, number, number];
        toJSON?: () => unknown;
      } | null;
      const valueRange = node?.range ?? keyRange;
      fields.set(String(pair.key.value), {
        value: isScalar(pair.value) ? pair.value.value : node?.toJSON?.(),
        start: offset + keyRange[0],
        end: offset + Math.max(keyRange[1], valueRange[1]),
      });
    }
  }
  const noMap = fault === undefined && !isMap(document.contents);
  return {
    present: true,
    fields,
    bodyStart: match[0].length,
    ...(fault !== undefined && {
      yamlFault: {
        start: offset + fault.pos[0],
        problem: phrase(`yaml/${fault.code}`, { text: itemAt(fault.message.split('\n'), 0) }),
      },
    }),
    ...(noMap && { yamlFault: { start: 0, problem: phrase('check/head-empty') } }),
    ignores: [...yaml.matchAll(IGNORE)].map((found) => ({
      rule: itemAt(found, 1),
      reason: itemAt(found, 2).trim(),
      start: offset + found.index,
      end: offset + found.index + found[0].length,
    })),
  };
}
