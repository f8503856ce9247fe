import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import type { SourceText } from '../../src/model/index.js';

/** Words that no mark can be mistaken for. */
const word = fc.stringMatching(/^[\u4e00-\u9fa5]{3,6}$/);

const MARKDOWN: readonly ((word: string) => string)[] = [
  (w) => w,
  (w) => `# ${w}\n`,
  (w) => `${w}\n---`,
  (w) => `**${w}**（_${w}_）`,
  (w) => `- ${w}\n  1. ${w}`,
  (w) => `> ${w}\n${w}`,
  (w) => `\n|${w}|a\\|b|\n|-|-|\n|\`${w}\`|[${w}](x)|\n`,
  (w) => `&lt;${w}&nbsp;&#65;\\*`,
  (w) => `~~${w}~~  \n${w}\\\n${w}`,
  (w) => `\n<div>${w}&amp;\n<b>x\n  y</b></div>\n`,
  (w) => `\n\`\`\`\n${w}\n\n ${w}\n\`\`\`\n`,
  (w) => `${w}<!-- x -->[^1]\n\n[^1]: ${w}\n`,
  () => '***',
  () => '',
  () => '<? x',
];

const HTML: readonly ((word: string) => string)[] = [
  (w) => `<p>${w}，${w}。</p>`,
  (w) => `<h2>${w}</h2>`,
  (w) => `<p>\n  ${w}\n&ldquo;<b>${w}</b>&nbsp;</p>`,
  (w) => `<ol start=3><li>\n${w}<li>${w}</ol>`,
  (w) => `<table><tr><td>${w}<td>1\n2<tr><td>3<td>${w}</table>`,
  (w) => `<pre>${w}\r\n${w}&#10;</pre>`,
  (w) => `<!-- x --><script>x</script>${w}<br>`,
];

/** What a stretch may stand for that differs from it. */
function isReplacement(text: string, place: string): boolean {
  if (place === '') return /^[\n\t ]*$/.test(text);
  return (
    /^&#?\w+;$/.test(place) ||
    (text === ' ' && /^(?:\s|&#10;|<[^>]*>)+$/.test(place)) ||
    (/^\d+\.$/.test(text) && /^<li/.test(place))
  );
}

function expectTraced({ text, origin }: SourceText): void {
  if (origin === undefined) throw new Error('no way back');
  const { text: file, starts, origins, ends } = origin;
  expect([starts[0], starts.at(-1), starts.length]).toEqual([0, text.length, origins.length + 1]);
  const strange = origins.map((from, i) => {
    const [own, place] = [text.slice(starts[i], starts[i + 1]), file.slice(from, ends[i])];
    const isCopy = own.replaceAll(/\s/g, ' ') === place.replaceAll(/\s/g, ' ');
    return isCopy || isReplacement(own, place) ? '' : JSON.stringify([own, place]);
  });
  expect(strange.filter(Boolean)).toEqual([]);
  expect(origins.filter((from, i) => i > 0 && from < (ends[i - 1] ?? 0))).toEqual([]);
}

const parts = (makers: readonly ((word: string) => string)[]) =>
  fc.array(fc.tuple(fc.constantFrom(...makers), word), { minLength: 1, maxLength: 12 });

describe('every character leads back to its place in the file', () => {
  it('Markdown, and no word is lost', async () => {
    await fc.assert(
      fc.asyncProperty(parts(MARKDOWN), async (pieces) => {
        const file = `甲甲甲\n${pieces.map(([make, w]) => make(w)).join('\n')}`;
        const source = await readBytes(Buffer.from(file), 'x.md');
        expectTraced(source);
        const words = [...file.matchAll(/[\u4e00-\u9fa5]{3,6}/g)].map(([w]) => w);
        expect(words.filter((w) => !source.text.includes(w))).toEqual([]);
      }),
      { seed: 20201202, numRuns: 400 },
    );
  });

  it('HTML', async () => {
    await fc.assert(
      fc.asyncProperty(parts(HTML), async (pieces) => {
        const prose = '<p>本方案自印发之日起施行，由市发展改革委负责解释。</p>';
        const file = `<html><article>${prose}${pieces.map(([make, w]) => make(w)).join('\n')}</article>`;
        expectTraced(await readBytes(Buffer.from(file), 'x.html'));
      }),
      { seed: 20201202, numRuns: 300 },
    );
  });
});
