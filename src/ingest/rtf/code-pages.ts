/** Windows code pages by number, as WHATWG decoders know them. */
const BY_NUMBER: Readonly<Record<number, string>> = {
  437: 'ibm866',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** `\fcharset` of a font: what its bytes are in. Source: RTF 1.9.1, "Font table". */
const BY_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** WHATWG name of a code page; pages nobody knows are read as the West's. */
export function decoderOfPage(page: number): string {
  const known = BY_NUMBER[page];
  if (known !== undefined) return known;
  return page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252';
}

/** Code page of a font; `undefined` where the font leaves it to the file (ANSI, default, symbol). */
export function pageOfCharset(charset: number): number | undefined {
  return BY_CHARSET[charset];
}
