import type { Alignment, BodyPair, BodyRelation, NamedBody, Side } from '../../model/index.js';

/**
 * Who is responsible above and below, link by link.
 *
 * *Out* in the order of the links, those of which neither side names anybody left out; `same` where a body that leads above (any, where
 * none is said to lead) leads below, whatever its level calls it. *Cost* linear in links.
 */
export function compareBodies(alignment: Alignment): BodyPair[] {
  const [up, down] = [bodiesByUnit(alignment.upstream), bodiesByUnit(alignment.downstream)];
  return alignment.links.flatMap((link): BodyPair[] => {
    if (link.grain !== 'sentence') return [];
    const upstream = { units: link.upstream, bodies: bodiesOf(link.upstream, up) };
    const downstream = { units: link.downstream, bodies: bodiesOf(link.downstream, down) };
    if (upstream.bodies.length + downstream.bodies.length === 0) return [];
    return [
      {
        link: link.id,
        relation: relationOf(upstream.bodies, downstream.bodies),
        upstream,
        downstream,
      },
    ];
  });
}

/** Bodies of each sentence that a note stands for. */
export function bodiesByUnit(side: Side): ReadonlyMap<string, readonly NamedBody[]> {
  const found = new Map<string, readonly NamedBody[]>();
  for (const { responsibilities = [] } of side.documents)
    for (const { sentences, bodies } of responsibilities)
      for (const unit of sentences) found.set(unit, bodies);
  return found;
}

function bodiesOf(
  units: readonly string[],
  byUnit: ReadonlyMap<string, readonly NamedBody[]>,
): NamedBody[] {
  const all = units.flatMap((unit) => byUnit.get(unit) ?? []);
  return [...new Map(all.map((body) => [body.name, body])).values()];
}

function relationOf(up: readonly NamedBody[], down: readonly NamedBody[]): BodyRelation {
  if (down.length === 0) return 'only-upstream';
  if (up.length === 0) return 'only-downstream';
  const below = new Set(leading(down).map(({ name }) => bodyKey(name)));
  return leading(up).some(({ name }) => below.has(bodyKey(name))) ? 'same' : 'different';
}

/** Those that lead; where none is said to, all that are responsible. */
export function leading(bodies: readonly NamedBody[]): readonly NamedBody[] {
  const lead = bodies.filter(({ role }) => role === 'lead');
  if (lead.length > 0) return lead;
  const own = bodies.filter(({ role }) => role === 'responsible');
  return own.length > 0 ? own : bodies;
}

/** Short forms that notes use, by what the long name is without its level, its “and” and its ending. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^发改$/u, '发展改革'],
  [/^(?:工信|经信|经济信息化|经济化信息)$/u, '工业信息化'],
  [/^住建$|^住房城乡建$|^城乡建设$/u, '住房城乡建设'],
  [/^人社$/u, '人力资源社会保障'],
  [/^文旅$|^文化旅游广电$|^文化广电旅游$/u, '文化旅游'],
  [/^卫健$/u, '卫生健康'],
  [/^市监$/u, '市场监管'],
  [/^市场监督管理$/u, '市场监管'],
  [/^科学技术$/u, '科技'],
  [/^交通$/u, '交通运输'],
  [/^生态$|^环保$/u, '生态环境'],
];

/** What a body is called at any level: 省发展和改革委员会, 市发改委 and 发展改革局 are one. */
export function bodyKey(name: string): string {
  const bare = name
    .replace(
      /^(?:国家|中华人民共和国|[全本]?(?:省|市|区|县|州|自治区)|.{2,3}(?:省|市|自治区|自治州))(?=.{2,})/u,
      '',
    )
    .replace(/[和与及]/gu, '')
    .replace(/(?:委员会|办公室|委|厅|局|部|办)$/u, '');
  return SHORT.find(([short]) => short.test(bare))?.[1] ?? bare;
}
