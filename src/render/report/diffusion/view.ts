import { DIFFUSION_WORDS, type MessageLanguage, termIn } from '../../../messages/index.js';
import type { Diffusion, Level, MatrixPaper, Theme, ThemeShare } from '../../../model/index.js';
import { itemAt } from '../../../text/index.js';

/** A diffusion with what its pictures need besides. */
export interface DiffusionPage {
  readonly found: Diffusion;
  readonly language: MessageLanguage;
  readonly words: (typeof DIFFUSION_WORDS)['en'];
  readonly themeName: (id: string) => string;
  /** As the generator names itself. */
  readonly program: string;
}

export function diffusionPage(
  found: Diffusion,
  themes: readonly Theme[],
  { language, program }: { readonly language: MessageLanguage; readonly program: string },
): DiffusionPage {
  const names = new Map(themes.map(({ id, labels }) => [id, labels[language]]));
  return {
    ...{ found, language, program },
    words: DIFFUSION_WORDS[language],
    themeName: (id) => names.get(id) ?? id,
  };
}

export function paperAt({ found }: DiffusionPage, index: number): MatrixPaper {
  return itemAt(found.papers, index);
}

export function titleOf({ title, id }: MatrixPaper): string {
  return title === '' ? id : title;
}

export function levelName({ language, words }: DiffusionPage, level: Level | undefined): string {
  return level === undefined ? words.unknown : termIn(level, language);
}

/** 0..1; nothing where there is nothing to carry. */
export function shareOf(share: ThemeShare | undefined): number | undefined {
  return share === undefined || share.clauses === 0 ? undefined : share.carried / share.clauses;
}
