import type { Theme } from '../model/index.js';
import { nearest, UserError } from '../text/index.js';

/** The themes an option names, by id or label; all of them without it. Errors: `corpus/unknown-theme`. */
export function selectThemes(
  themes: readonly Theme[],
  wanted: string | undefined,
): readonly Theme[] {
  if (wanted === undefined) return themes;
  return wanted.split(/[,，、]/).map((name) => {
    const found = themes.find(
      (theme) => theme.id === name || theme.labels.zh === name || theme.labels.en === name,
    );
    if (found !== undefined) return found;
    const known = themes.map((theme) => theme.id);
    const names = [...known, ...themes.map((theme) => theme.labels.zh)];
    throw new UserError('corpus/unknown-theme', {
      name,
      nearest: nearest(name, names).join(', '),
      known: known.join(', '),
    });
  });
}
