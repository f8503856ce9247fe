import type { Diffusion } from '../../model/index.js';
import type { DiffusionJson } from './schema.js';

export function diffusionJson(found: Diffusion): DiffusionJson {
  return {
    schema: 'duibiao.diffusion/1',
    papers: found.papers.map(({ id, path, title, level, region, kind, date }) => ({
      ...{ id, path, title, kind },
      level: level ?? null,
      region: region?.code ?? null,
      date: date ?? null,
    })),
    pairs: found.pairs,
    backward: found.backward,
    levels: found.levels.map(({ from, to, lag, ...flow }) => ({
      from: from ?? null,
      to: to ?? null,
      ...flow,
      lagDays: lag ?? null,
    })),
    regions: found.regions.map(({ region, papers, themes }) => ({
      region: region.code,
      name: region.name,
      papers,
      themes: Object.entries(themes).map(([theme, own]) => ({ theme, ...own })),
    })),
    years: found.years.map((year) => ({ ...year })),
    givers: found.givers.map(({ lag, ...giver }) => ({ ...giver, lagDays: lag ?? null })),
    takers: found.takers.map(({ paper, from }) => ({
      paper,
      from: from.map(({ lag, ...source }) => ({ ...source, lagDays: lag ?? null })),
    })),
    spreads: found.spreads.map(({ text, papers, regions, steps }) => ({
      text,
      papers,
      regions,
      steps: steps.map(({ paper, from, likeness }) => ({ paper, from: from ?? null, likeness })),
    })),
  };
}
