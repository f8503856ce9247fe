interface Place {
  readonly start: number;
  readonly end: number;
}

/** Stands for what is in brackets, so that places stay where they are. */
const HIDDEN = '\u{E000}';

/** Marks that end a phrase, and what stands for each inside a quotation. */
const MARKS = '，。；：、,;:！？';
const FIRST_MARK = 0xe010;
const QUOTED = /“[^“”]{1,40}”|"[^"]{1,40}"|《[^《》]{1,40}》/gu;

/** 建筑节能（绿色）改造, 以“率先达峰，带动全省”为主题的示范区: what is in brackets or quoted parts no phrase, unless the figure stands in it. */
export function withoutInserts(text: string, { start, end }: Place): string {
  const holds = (inside: string, at: number): boolean => at < end && start < at + inside.length;
  return text
    .replace(/[（(][^（）()]{1,30}[）)]/gu, (inside, at: number) =>
      holds(inside, at) ? inside : HIDDEN.repeat(inside.length),
    )
    .replace(QUOTED, (inside, at: number) =>
      holds(inside, at)
        ? inside
        : inside.replace(/[，。；：、,;:！？]/gu, (mark) =>
            String.fromCodePoint(FIRST_MARK + MARKS.indexOf(mark)),
          ),
    );
}

/** As printed, without what was in brackets. */
export function shown(phrase: string | undefined): string | undefined {
  const printed = phrase
    ?.replaceAll(HIDDEN, '')
    .replace(/[\u{E010}-\u{E01F}]/gu, (mark) =>
      MARKS.charAt((mark.codePointAt(0) ?? FIRST_MARK) - FIRST_MARK),
    )
    .replace(/^[一二三四五六七八九十0-9]{1,2}[）)](?=[\u4e00-\u9fff])/u, '');
  return printed === '' ? undefined : printed;
}
