import type { Alignment, Link } from '../../model/index.js';
import { type Line, paint, type Style, span } from '../../render/index.js';
import { flow, ruleOf } from '../comparison/terminal/lines.js';
import {
  type Canvas,
  type ComparisonRenderOptions,
  canvasOf,
} from '../comparison/terminal/options.js';

type LinksRenderOptions = Omit<ComparisonRenderOptions, 'layout' | 'summaryOnly'>;

/**
 * All links as a list, one a line: addresses of both ends, relation, score, moved and doubtful marks.
 * Sections first, then sentences, in document order.
 */
export function renderLinks(alignments: readonly Alignment[], options: LinksRenderOptions): string {
  const sides = alignments.flatMap(({ upstream, downstream }) => [upstream.name, downstream.name]);
  const canvas = canvasOf(options, sides);
  const lines = alignments.flatMap((alignment) => [
    ...flow(
      [
        [
          span(
            `${alignment.upstream.name} ${canvas.glyphs.arrow} ${alignment.downstream.name}`,
            'strong',
          ),
        ],
        [span(canvas.words.links({ count: alignment.links.length }), 'dim')],
      ],
      canvas.width,
      canvas,
    ),
    [ruleOf(canvas.glyphs.rule, canvas.width, canvas)],
    ...alignment.links.flatMap((link) => linkLines(link, canvas)),
  ]);
  return lines.map((line) => `${paint(line, canvas.color).replace(/(?<! ) +$/u, '')}\n`).join('');
}

function linkLines(link: Link, canvas: Canvas): Line[] {
  const { words, glyphs } = canvas;
  const addresses = (units: readonly string[]): string => units.map(canvas.addressOf).join(' ');
  const [sign, name, style]: [string, string, Style] =
    link.grain === 'section'
      ? [
          link.relation === 'counterpart' ? '=' : '~',
          words.sectionRelations[link.relation],
          link.relation === 'counterpart' ? 'verbatim' : 'paraphrased',
        ]
      : [glyphs.relations[link.relation], words.relations[link.relation], link.relation];
  const items: Line[] = [
    [
      span(addresses(link.upstream), 'address'),
      span(` ${glyphs.arrow} `, 'dim'),
      span(addresses(link.downstream), 'address'),
    ],
    [span(`${sign} ${name}`, style)],
    [span(link.score.toFixed(2), 'dim')],
    ...(link.moved ? [[span(`${glyphs.moved} ${words.moved}`, 'moved')]] : []),
    ...(link.doubtful ? [[span(`? ${words.doubtful}`, 'dim')]] : []),
    ...(link.decided === true ? [[span(words.decided, 'dim')]] : []),
  ];
  return flow(items, canvas.width, canvas, 2);
}
