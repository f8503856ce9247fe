import type { ReviewClause, ReviewPartner, ReviewQuestion } from '../model/index.js';
import type { papersOf, ReviewDesk } from '../pipeline/index.js';
import { type ColorMode, paint, span } from '../render/index.js';
import { harmless, partsBy, wrapStyled } from '../text/index.js';
import { type CommandContext, colorMode } from './context.js';
import type { CliIo, Screen } from './io.js';

type Papers = ReturnType<typeof papersOf>;
type Units = ReadonlyMap<string, Papers['upstream']['units'][number]>;

/** What a line of the person's means. */
type Said =
  | { readonly kind: 'save' | 'none' | 'skip' | 'undo' | 'quit' | 'unknown' }
  | { readonly kind: 'choose'; readonly numbers: readonly number[] };

/** Asks the questions of a desk one by one, a line an answer, until all are answered, the input ends, or the person ends it. */
export async function askAll(
  desk: ReviewDesk,
  papers: Papers,
  { io, say }: CommandContext,
  screen: Screen,
): Promise<void> {
  const lines = linesOf(io)[Symbol.asyncIterator]();
  const next = async (): Promise<string | undefined> => {
    const line = await lines.next();
    return line.done === true ? undefined : line.value;
  };
  const units: Units = new Map(
    [...papers.upstream.units, ...papers.downstream.units].map((own) => [own.id, own]),
  );
  const skipped = new Set<string>();
  const color = colorMode(screen.color, io.env);
  for (;;) {
    const { questions, answered, all, file } = desk.state();
    const question = questions.find((own) => !own.answered && !skipped.has(own.unit));
    if (question === undefined) {
      io.stdout.write(`${say('review.allDone', { answered, file })}\n`);
      return;
    }
    const count = `${answered}/${all}`;
    io.stdout.write(questionText(question, units, { say, screen, color, count }));
    const line = await next();
    const said = line === undefined ? ({ kind: 'quit' } as const) : meaningOf(line);
    if (said.kind === 'quit') {
      io.stdout.write(`${say('review.ended', { file })}\n`);
      return;
    }
    if (said.kind === 'skip') skipped.add(question.unit);
    else if (said.kind === 'undo') await desk.undo();
    else await settle(desk, question, said, { io, say, next, units });
  }
}

interface Asking extends Pick<CommandContext, 'io' | 'say'> {
  /** The next line the person writes; nothing at the end. */
  readonly next: () => Promise<string | undefined>;
  readonly units: Units;
}

async function settle(
  desk: ReviewDesk,
  question: ReviewQuestion,
  said: Said,
  asking: Asking,
): Promise<void> {
  const { unit, partners } = question;
  const { io, say } = asking;
  const linked = partners.filter((own) => own.linked).map((own) => own.unit);
  const picked =
    said.kind === 'choose'
      ? said.numbers.map((number) => partners[number - 1]?.unit)
      : said.kind === 'save'
        ? linked
        : said.kind === 'none'
          ? []
          : [undefined];
  const chosen = picked.filter((own) => own !== undefined);
  if (chosen.length < picked.length) {
    io.stdout.write(`${say('review.notUnderstood')}\n`);
    return;
  }
  const clauses = chosen.length > 0 ? await askClauses(question, asking) : [];
  await desk.answer({ unit, chosen, clauses, alike: true });
}

/** Which of the clauses in doubt are carried; nothing is said of them where the person passes over them. */
async function askClauses(
  { unit, clauses }: ReviewQuestion,
  { io, say, next, units }: Asking,
): Promise<readonly ReviewClause[]> {
  const open = clauses.filter(({ decided }) => decided !== true);
  if (open.length === 0) return [];
  const text = units.get(unit)?.text ?? '';
  const lines = open.map(
    ({ start, end, carried }, i) =>
      ` ${i + 1} ${carried ? '+' : '-'} ${harmless(text.slice(start, end).trim())}`,
  );
  for (;;) {
    const shown = [say('review.clauses'), ...lines, say('review.clausesPrompt')];
    io.stdout.write(`${shown.join('\n')} `);
    const line = await next();
    const said = line === undefined ? ({ kind: 'skip' } as const) : meaningOf(line);
    if (said.kind === 'skip' || said.kind === 'quit') return [];
    if (said.kind === 'save') return open.map(saidAs);
    const isNone = line?.normalize('NFKC').trim() === '0';
    const numbers = said.kind === 'choose' ? said.numbers : isNone ? [] : undefined;
    if (numbers?.every((number) => number <= open.length) === true)
      return open.map((own, i) => saidAs({ ...own, carried: !numbers.includes(i + 1) }));
    io.stdout.write(`${say('review.notUnderstood')}\n`);
  }
}

function saidAs({ start, end, carried }: ReviewClause): ReviewClause {
  return { start, end, carried };
}

/** Words of both languages, and what is quick to type. */
function meaningOf(line: string): Said {
  const text = line.normalize('NFKC').trim().toLowerCase();
  if (/^(?:|y|yes|是|确认)$/.test(text)) return { kind: 'save' };
  if (/^(?:n|no|否|无|0)$/.test(text)) return { kind: 'none' };
  if (/^(?:s|j|skip|跳过)$/.test(text)) return { kind: 'skip' };
  if (/^(?:u|undo|撤销)$/.test(text)) return { kind: 'undo' };
  if (/^(?:q|quit|结束)$/.test(text)) return { kind: 'quit' };
  if (/^\d(?:[\s,、]*\d)*$/.test(text))
    return { kind: 'choose', numbers: [...text.matchAll(/\d/g)].map(([digit]) => Number(digit)) };
  return { kind: 'unknown' };
}

interface Shown {
  readonly say: CommandContext['say'];
  readonly screen: Screen;
  readonly color: ColorMode;
  readonly count: string;
}

function questionText(
  { unit, partners, why, alike }: ReviewQuestion,
  units: Units,
  { say, screen, color, count }: Shown,
): string {
  const shown = (id: string, lead: string, about?: ReviewPartner['about']): string[] => {
    const own = units.get(id);
    const text = own?.text ?? '';
    const parts = partsBy(text, about ?? [{ start: 0, end: text.length }]);
    const spans = [
      span(`${own?.address ?? id}  `, 'address'),
      // What may be passed over is faint, as on the page.
      ...parts.map((part) => span(part.text, part.inside ? 'plain' : 'dim')),
    ];
    const width = Math.max(20, screen.width - lead.length);
    return wrapStyled(spans, width, screen).map(
      (line, i) => `${i === 0 ? lead : ' '.repeat(lead.length)}${paint(line, color)}`,
    );
  };
  return [
    '',
    `${count}  ${say(`review.why.${why}`)}${alike.length > 0 ? `  ${say('review.alike', { count: alike.length })}` : ''}`,
    ...shown(unit, ''),
    ...partners.flatMap((own, i) => [
      ...(own.aside && partners[i - 1]?.aside !== true ? [say('review.aside')] : []),
      ...shown(own.unit, ` ${i + 1} ${own.linked ? '=' : ' '} `, own.about),
    ]),
    `${say('review.prompt')} `,
  ].join('\n');
}

/** Lines of standard input as they come. */
async function* linesOf(io: CliIo): AsyncGenerator<string> {
  const source = await io.stdin();
  const parts = source instanceof Uint8Array ? [source] : source;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const part of parts) {
    rest += typeof part === 'string' ? part : decoder.decode(part, { stream: true });
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
