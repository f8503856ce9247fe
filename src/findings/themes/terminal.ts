import type { DocumentUnits, Theme, ThemeLabel } from '../../model/index.js';
import { type AmbiguousWidth, harmless, inkOf, wrapText } from '../../text/index.js';

interface ThemesView {
  readonly width: number;
  readonly ambiguousWidth: AmbiguousWidth;
  readonly color: boolean;
  readonly language: 'zh' | 'en';
}

/** Sentences by theme, each with its address, grade (● about it, ○ in a clause) and what decided. */
export function renderThemes(
  documents: readonly { readonly units: DocumentUnits; readonly labels: readonly ThemeLabel[] }[],
  themes: readonly Theme[],
  view: ThemesView,
): string {
  const out: string[] = [];
  const { bold, dim } = inkOf(view.color);
  const wrap = (text: string, indent: number): string[] =>
    wrapText(harmless(text), Math.max(12, view.width - indent), {
      ambiguousWidth: view.ambiguousWidth,
    }).map((line) => ' '.repeat(indent) + line);
  for (const { units, labels } of documents) {
    out.push(...wrap(units.head.title || units.head.id, 0).map((line) => bold(line)));
    const texts = new Map(units.sentences.map((sentence) => [sentence.id, sentence.text]));
    for (const theme of themes) {
      const own = labels.filter((label) => label.theme === theme.id && texts.has(label.unit));
      if (own.length === 0) continue;
      const about = own.filter((label) => label.grade === 2).length;
      out.push(
        '',
        bold(`${theme.labels[view.language]} (${theme.id})  ● ${about}  ○ ${own.length - about}`),
      );
      for (const label of own) {
        const address = label.unit.slice(label.unit.indexOf('/') + 1);
        out.push(
          ...wrap(`${label.grade === 2 ? '●' : '○'} ${address}  ${texts.get(label.unit)}`, 0),
        );
        if (label.evidence.length > 0)
          out.push(...wrap(label.evidence.join(' · '), 4).map((line) => dim(line)));
      }
    }
    out.push('');
  }
  return `${out.join('\n').trimEnd()}\n`;
}
