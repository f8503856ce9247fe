import { displayWidth, rounded } from '../../../text/index.js';
import { escapeText } from '../../index.js';

/** A drawing: its size and what is in it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly body: readonly string[];
}

/** Fonts that hold Han on the usual systems; no font is fetched. */
const FONT =
  "system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";

/** A drawing inside a page: takes its text colour from the page. */
export function inlineSvg({ width, height, title, body }: Drawing): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeText(title)}" font-family="${FONT}" font-size="13" fill="currentColor">${body.join('')}</svg>`;
}

/** A drawing as a file of its own: white ground, dark text. */
export function standaloneSvg({ width, height, title, body }: Drawing): string {
  const head = 40;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + head}" width="${width}" height="${height + head}" role="img" font-family="${FONT}" font-size="13" color="#1f2328" fill="currentColor">
<title>${escapeText(title)}</title>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="16" y="26" font-size="17" font-weight="600">${escapeText(title)}</text>
<g transform="translate(0 ${head})">
${body.join('\n')}
</g>
</svg>
`;
}

interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly weight?: number;
  readonly opacity?: number;
  /** Degrees, around the text's place. */
  readonly turn?: number;
}

export function svgText(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { anchor, size, weight, opacity, turn } = style;
  const attributes = [
    anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : '',
    size ? ` font-size="${size}"` : '',
    weight ? ` font-weight="${weight}"` : '',
    opacity ? ` opacity="${opacity}"` : '',
    turn ? ` transform="rotate(${turn} ${rounded(x, 2)} ${rounded(y, 2)})"` : '',
  ];
  return `<text x="${rounded(x, 2)}" y="${rounded(y, 2)}"${attributes.join('')}>${escapeText(text)}</text>`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function svgRect(
  { x, y, width, height }: Box,
  fill: string,
  extra: { readonly opacity?: number; readonly title?: string } = {},
): string {
  const opacity = extra.opacity === undefined ? '' : ` fill-opacity="${rounded(extra.opacity, 2)}"`;
  const title = extra.title === undefined ? '' : `<title>${escapeText(extra.title)}</title>`;
  return `<rect x="${rounded(x, 2)}" y="${rounded(y, 2)}" width="${rounded(width, 2)}" height="${rounded(height, 2)}" fill="${fill}"${opacity}>${title}</rect>`;
}

/** Cuts a label to columns of half an em; the whole stands in the title of its mark. */
export function shortLabel(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let short = '';
  let used = 0;
  for (const character of text) {
    used += displayWidth(character);
    if (used > columns - 2) break;
    short += character;
  }
  return `${short}…`;
}
