import { harmless, valueAt } from '../../text/index.js';

const ENTITIES = new Map(
  Object.entries({
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }),
);

/**
 * A text of a document or user as text of HTML or XML, inside elements and quoted attributes.
 * What XML cannot hold, and what could hide or turn text, is shown as `<U+202E>`.
 */
export function escapeText(text: string): string {
  return harmless(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => valueAt(ENTITIES, character));
}

/** ` name="value"`, or nothing where there is no value. */
export function attribute(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeText(String(value))}"`;
}
