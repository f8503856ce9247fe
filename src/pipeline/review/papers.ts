/** What a page of review shows of the two papers, once for all. */
import type { Side } from '../../model/index.js';
import { addressMaker } from '../addresses.js';
import { labelsOfSides, themesOf } from '../knowledge.js';
import type { Workspace } from '../workspace.js';
import type { ReviewSession } from './session.js';

export interface PaperUnit {
  readonly id: string;
  readonly address: string;
  readonly text: string;
  readonly heading: boolean;
  readonly themes: readonly string[];
}

export interface ReviewPapers {
  readonly upstream: { readonly name: string; readonly units: readonly PaperUnit[] };
  readonly downstream: { readonly name: string; readonly units: readonly PaperUnit[] };
  readonly themes: readonly { readonly id: string; readonly label: string }[];
}

export function papersOf(
  ws: Workspace,
  { upstream, downstream }: ReviewSession,
  language: 'zh' | 'en',
): ReviewPapers {
  const themes = themesOf(ws);
  const labels = labelsOfSides([upstream, downstream], themes, ws.cache);
  const addressOf = addressMaker(ws);
  const paper = ({ name, documents }: Side) => ({
    name,
    units: documents.flatMap(({ sentences }) =>
      sentences.map(
        ({ id, text, heading }): PaperUnit => ({
          id,
          address: addressOf(id),
          text,
          heading,
          themes: (labels.get(id) ?? []).map(({ theme }) => theme),
        }),
      ),
    ),
  });
  return {
    upstream: paper(upstream),
    downstream: paper(downstream),
    themes: themes.map(({ id, labels: names }) => ({ id, label: names[language] })),
  };
}
