import { isAsciiDigit, isAsciiLetter } from '../../text/index.js';
import { type Matrix, type PageText, type Placed, pageTextOf, place } from '../pdf/fragments.js';
import type { Attributes } from '../xml.js';
import { captureText, type OfdPages, read, templateOf } from './package.js';

/** OFD counts in millimetres, the layout of pages in points. */
const POINTS = 72 / 25.4;

type Count = (kind: string, by?: number) => void;

interface TextObject {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly matrix: readonly number[];
  readonly hidden: boolean;
  /** Where the next piece of text begins if it does not say so. */
  left: number;
  top: number;
}

/** The text of a page and of its templates, with its places. Cost: linear. */
export function readOfdPage(ofd: OfdPages, part: string, path: string, count: Count): PageText {
  const placed: Placed[] = [];
  const templates: string[] = [];
  let box = ofd.box;
  const boxes = captureText('PhysicalBox', (text) => {
    box = text;
  });
  const texts = textReader((run) => placed.push(run), count);
  read(ofd.archive, part, path, {
    open(name, attributes) {
      boxes.open(name, attributes);
      texts.open(name, attributes);
      const { TemplateID } = attributes;
      if (name !== 'Template' || TemplateID === undefined) return;
      const template = templateOf(ofd, part, TemplateID);
      if (template === undefined) ofd.damage.part(part);
      else templates.push(template);
    },
    close(name) {
      boxes.close(name);
      texts.close(name);
    },
    text(text) {
      boxes.text(text);
      texts.text(text);
    },
  });
  for (const template of templates)
    read(
      ofd.archive,
      template,
      path,
      textReader((run) => placed.push(run), count),
    );
  const [, , width = A4.width, height = A4.height] = numbersOf(box);
  return pageTextOf(placed, { width: POINTS * width, height: POINTS * height });
}

/** Pages that state no box are A4, in millimetres. */
const A4 = { width: 210, height: 297 };

function textReader(found: (run: Placed) => void, count: Count) {
  let object: TextObject | undefined;
  let code: { text: string; readonly attributes: Attributes } | undefined;
  return {
    open(name: string, attributes: Attributes): void {
      if (name === 'TextObject') object = objectOf(attributes);
      else if (name === 'TextCode' && object !== undefined) code = { text: '', attributes };
    },
    text(text: string): void {
      if (code !== undefined) code.text += text;
    },
    close(name: string): void {
      if (name === 'TextObject') object = undefined;
      else if (name === 'TextCode' && code !== undefined && object !== undefined) {
        const text = code.text.replace(/[\r\n\t]+/g, '');
        if (object.hidden) count('hidden-text', text.length);
        else for (const run of runsOf(text, code.attributes, object)) found(run);
        code = undefined;
      }
    },
  };
}

function objectOf(attributes: Attributes): TextObject {
  const [x = 0, y = 0] = numbersOf(attributes.Boundary ?? '');
  const matrix = numbersOf(attributes.CTM ?? '');
  return {
    x,
    y,
    size: Number(attributes.Size ?? '') || 0,
    matrix: matrix.length === 6 ? matrix : [1, 0, 0, 1, 0, 0],
    hidden: attributes.Visible === 'false',
    left: 0,
    top: 0,
  };
}

/** A gap between characters that parts runs, in sizes: letter-spaced titles and the cells of tables. */
const RUN_GAP = 0.5;

/** Pieces of a text that stand close together, each at its place. */
function* runsOf(text: string, attributes: Attributes, object: TextObject): Generator<Placed> {
  object.left = numberOr(attributes.X, object.left);
  object.top = numberOr(attributes.Y, object.top);
  const steps = deltasOf(attributes.DeltaX ?? '', text.length);
  const upright = steps.length > 0 || attributes.DeltaY === undefined;
  let run = { text: '', left: object.left, right: object.left };
  let at = object.left;
  const characters = [...text];
  for (const [i, character] of characters.entries()) {
    const width = widthOf(character) * object.size;
    const isBlank = character.trim() === '';
    if (!isBlank) {
      if (run.text !== '' && at - run.right > RUN_GAP * object.size) {
        yield placedRun(run, object, upright);
        run = { text: '', left: at, right: at };
      }
      if (run.text === '') run.left = at;
      // A blank inside a run stays: the gap alone does not tell one between Latin words.
      else if (characters[i - 1]?.trim() === '') run.text += ' ';
      run.text += character;
      run.right = at + width;
    }
    at += steps[i] ?? width;
  }
  if (run.text !== '') yield placedRun(run, object, upright);
  object.left = at;
}

function placedRun(
  run: { readonly text: string; readonly left: number; readonly right: number },
  { x, y, size, matrix, top }: TextObject,
  upright: boolean,
): Placed {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const at: Matrix = [
    a * size * POINTS,
    b * size * POINTS,
    c * size * POINTS,
    d * size * POINTS,
    POINTS * (x + a * run.left + c * top + e),
    POINTS * (y + b * run.left + d * top + f),
  ];
  const length = (run.right - run.left) * Math.hypot(a, b) * POINTS;
  return place(run.text, at, length, !upright);
}

/** Han and full-width characters fill their size, Latin ones half of it. */
function widthOf(character: string): number {
  const code = character.charCodeAt(0);
  return isAsciiDigit(code) || isAsciiLetter(code) || code < 0x2000 ? 0.5 : 1;
}

/** `5.6 5.6 g 3 2.8`: distances to the next character; `g n d` stands for n times d. */
function deltasOf(text: string, most: number): number[] {
  const words = text.trim().split(/\s+/);
  const steps: number[] = [];
  for (let i = 0; i < words.length && steps.length < most; i += 1) {
    if (words[i] !== 'g') {
      const step = Number(words[i]);
      if (words[i] !== '' && Number.isFinite(step)) steps.push(step);
      continue;
    }
    const times = Math.min(Number(words[i + 1]) || 0, most - steps.length);
    for (let k = 0; k < times; k += 1) steps.push(Number(words[i + 2]) || 0);
    i += 2;
  }
  return steps;
}

function numbersOf(text: string): number[] {
  const numbers = text.trim().split(/\s+/).map(Number);
  return numbers.every((value) => Number.isFinite(value)) && text.trim() !== '' ? numbers : [];
}

function numberOr(text: string | undefined, other: number): number {
  const value = Number(text);
  return text === undefined || text === '' || !Number.isFinite(value) ? other : value;
}
