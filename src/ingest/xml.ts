import { Parser } from 'htmlparser2';
import { UserError } from '../text/index.js';

/** Attributes by local name: the prefix is the writer's choice. */
export type Attributes = Readonly<Record<string, string>>;

interface XmlHandler {
  /** `name` is the local name. */
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Elements inside each other; Office files nest tables and boxes to a few dozen. Deeper costs the parser quadratic time. */
const DEEPEST = 2000;

/**
 * Read one XML part as a stream of events: no tree, no recursion.
 *
 * Errors: `UserError` for document types and entities (never written by Office), for parts that
 * break off, and for nesting without end.
 */
export function readXml(bytes: Uint8Array, part: string, path: string, handler: XmlHandler): void {
  const broken = (): UserError => new UserError('ingest/xml-broken', { path, part });
  let depth = 0;
  let seen = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        seen = true;
        if (depth > DEEPEST) throw new UserError('ingest/too-deep', { path, limit: DEEPEST });
        handler.open(localName(name), localAttributes(attributes));
      },
      onclosetag(name) {
        depth -= 1;
        handler.close(localName(name));
      },
      ontext(text) {
        handler.text?.(text);
      },
      onprocessinginstruction(name) {
        if (name.startsWith('!')) throw new UserError('ingest/external-entity', { path, part });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const text = decodeXml(bytes);
  if (text === undefined) throw broken();
  parser.write(text);
  // What is still open here the parser would close in silence.
  if (depth > 0 || !seen) throw broken();
  parser.end();
}

function decodeXml(bytes: Uint8Array): string | undefined {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): Attributes {
  const local: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) local[localName(name)] = value;
  return local;
}

/** A switch element (`w:vanish`, `w:isLgl`): on unless its value says no. */
export function isOn(attributes: Attributes): boolean {
  return !['0', 'false', 'off', 'none'].includes(attributes.val ?? '1');
}

export function numberOf(value: string | undefined): number | undefined {
  const number = Number(value);
  return value === undefined || value === '' || !Number.isInteger(number) ? undefined : number;
}
