import type { Link, Root, Text } from 'mdast';
import {
  type CompileContext,
  type Extension,
  fromMarkdown,
  type Handle,
  type Token,
} from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';

/** A smallest piece of text in the file, and what it stands for. */
export interface Leaf {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'text' | 'escape' | 'reference' | 'code' | 'html' | 'line-ending';
}

interface MarkdownTree {
  readonly root: Root;
  /** In the order of the file. The values of the tree do not say where their characters stand; these do. */
  readonly leaves: readonly Leaf[];
}

const KINDS: Readonly<Record<string, Leaf['kind']>> = {
  data: 'text',
  autolinkProtocol: 'text',
  autolinkEmail: 'text',
  characterEscapeValue: 'escape',
  codeFlowValue: 'code',
  codeTextData: 'code',
  htmlFlowData: 'html',
  htmlTextData: 'html',
};

/**
 * Markdown with GitHub's tables, footnotes, tasks and strikethrough as a tree, with its leaves.
 *
 * Indented text is text (Chinese paragraphs are indented), and addresses without marks are text.
 * `**（一）**指导思想` is strong: the standard asks for a blank after the brackets, which Chinese does not write.
 * Cost: quadratic for some texts, see `budget.ts`.
 */
export function readTree(file: string): MarkdownTree {
  const leaves: Leaf[] = [];
  const disabled = ['codeIndented', 'wwwAutolink', 'protocolAutolink', 'emailAutolink'];
  const root = fromMarkdown(file, {
    extensions: [gfm(), cjkFriendlyExtension(), { disable: { null: disabled } }],
    // Transforms would make nodes without a place.
    mdastExtensions: [
      ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      leafRecorder(leaves),
    ],
  });
  return { root, leaves };
}

/** Handlers that do what the library's do and write down where. */
function leafRecorder(leaves: Leaf[]): Extension {
  const record = (kind: Leaf['kind'], token: Token, text: string): void => {
    leaves.push({ start: token.start.offset, end: token.end.offset, text, kind });
  };
  const exit: Record<string, Handle> = {};
  for (const [type, kind] of Object.entries(KINDS)) {
    exit[type] = function take(token) {
      const text = this.sliceSerialize(token);
      endText(this, token).value += text;
      record(kind, token, text);
      if (type === 'autolinkProtocol') linkOf(this).url = text;
      if (type === 'autolinkEmail') linkOf(this).url = `mailto:${text}`;
    };
  }
  let valueStart = 0;
  exit.characterReference = function takeReference(token) {
    record('reference', token, endText(this, token).value.slice(valueStart));
  };
  const enter: Record<string, Handle> = {
    lineEnding(token) {
      record('line-ending', token, this.sliceSerialize(token));
    },
    characterReferenceValue() {
      valueStart = (this.stack.at(-1) as Text).value.length;
    },
  };
  return { enter, exit };
}

function endText(context: CompileContext, token: Token): Text {
  const text = context.stack.pop() as Text;
  const { line, column, offset } = token.end;
  if (text.position !== undefined) text.position.end = { line, column, offset };
  return text;
}

function linkOf({ stack }: CompileContext): Link {
  return stack.at(-1) as Link;
}
