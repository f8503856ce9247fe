/** A run of text on a page of a made-up PDF; points, from the top left corner. */
export interface Run {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  /** Degrees, counter-clockwise. */
  readonly turn?: number;
}

export interface PdfOptions {
  /** Asks for a password that nobody has. */
  readonly locked?: boolean;
  /** The font's own map says that every character is a private one. */
  readonly garbled?: boolean;
  /** Every page shows something that is no text, as a scan does. */
  readonly picture?: boolean;
  /** `/Rotate` of every page. */
  readonly rotate?: number;
}

const WIDTH = 595;
const HEIGHT = 842;

/**
 * A PDF with the standard Chinese font that is not embedded: its text can only be read with CMaps.
 * A Han character is as wide as its size, a Latin one half of it.
 */
export function tinyPdf(pages: readonly (readonly Run[])[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (body: string): string =>
    `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
  const catalog = add('');
  const tree = add('');
  const descendant = add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor ' +
      '/FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 93 >> >>',
  );
  const map = add(
    stream(
      '/CMapName /x def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <4e00> <4eff> <e000> endbfrange endcmap',
    ),
  );
  const garbled = options.garbled === true ? `/ToUnicode ${map} 0 R` : '';
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${descendant} 0 R] ${garbled} >>`,
  );
  const kids = pages.map((runs) => {
    const picture = options.picture === true ? ['0 g 100 100 50 50 re f'] : [];
    const content = add(stream([...picture, ...runs.map(draw)].join('\n')));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Rotate ${options.rotate ?? 0} ` +
        `/Resources << /Font << /F ${font} 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const key = '00'.repeat(32);
  const lock =
    options.locked === true
      ? `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`
      : '';
  return assemble(objects, `/Root ${catalog} 0 R ${lock}`);
}

function draw({ x, y, text, size = 10, turn = 0 }: Run): string {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle).toFixed(5), Math.sin(angle).toFixed(5)];
  const hex = [...text]
    .map((character) => character.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('');
  return `BT /F ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${HEIGHT - y} Tm <${hex}> Tj ET`;
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines of text under each other. */
export function column(
  x: number,
  y: number,
  pitch: number,
  texts: readonly string[],
  size = 10,
): Run[] {
  return texts.map((text, i) => ({ x, y: y + i * pitch, text, size }));
}
