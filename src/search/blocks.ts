import type { PolicyDocument, Section } from '../model/index.js';

/** A block is closed when it holds as many characters: an article or two, in which a passage is looked for. */
const BLOCK = 240;

/** A document's headings and paragraphs in order, gathered into blocks: the places that an index knows. */
export function blocksOf(document: PolicyDocument): string[] {
  const blocks: string[] = [];
  let open: string[] = [];
  let size = 0;
  const close = (): void => {
    if (size > 0) blocks.push(open.join('\n'));
    open = [];
    size = 0;
  };
  const add = (text: string): void => {
    open.push(text);
    size += text.length;
    if (size >= BLOCK) close();
  };
  const visit = (children: PolicyDocument['children'] | Section['children']): void => {
    for (const child of children) {
      if (child.type === 'paragraph') add(child.content.text);
      else if (child.type === 'section') {
        if (!child.runIn) add(child.heading);
        visit(child.children);
      }
    }
  };
  add(document.title);
  visit(document.children);
  close();
  return blocks;
}
