import type { ReviewQuestion } from '../model/index.js';
import type { papersOf, ReviewDesk } from '../pipeline/index.js';
import { harmless, wrapText } from '../text/index.js';
import type { CommandContext } from './context.js';
import type { CliIo, Screen } from './io.js';

type Papers = ReturnType<typeof papersOf>;

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
  const skipped = new Set<string>();
  for (;;) {
    const { questions, answered, file } = desk.state();
    const question = questions.find((own) => !own.answered && !skipped.has(own.unit));
    if (question === undefined) {
      io.stdout.write(`${say('review.allDone', { answered, file })}\n`);
      return;
    }
    const count = `${answered}/${questions.length}`;
    io.stdout.write(questionText(question, papers, { say, screen, count }));
    const line = await lines.next();
    const said = line.done === true ? ({ kind: 'quit' } as const) : meaningOf(line.value);
    if (said.kind === 'quit') {
      io.stdout.write(`${say('review.ended', { file })}\n`);
      return;
    }
    if (said.kind === 'skip') skipped.add(question.unit);
    else if (said.kind === 'undo') await desk.undo();
    else await settle(desk, question, said, { io, say });
  }
}

async function settle(
  desk: ReviewDesk,
  { unit, partners }: ReviewQuestion,
  said: Said,
  { io, say }: Pick<CommandContext, 'io' | 'say'>,
): Promise<void> {
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
  await desk.answer({ unit, chosen, alike: true });
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

function questionText(
  { unit, partners, why, alike }: ReviewQuestion,
  { upstream, downstream }: Papers,
  { say, screen, count }: { say: CommandContext['say']; screen: Screen; count: string },
): string {
  const units = new Map([...upstream.units, ...downstream.units].map((own) => [own.id, own]));
  const shown = (id: string, lead: string): string[] => {
    const own = units.get(id);
    const text = harmless(`${own?.address ?? id}  ${own?.text ?? ''}`);
    const width = Math.max(20, screen.width - lead.length);
    return wrapText(text, width, screen).map(
      (line, i) => `${i === 0 ? lead : ' '.repeat(lead.length)}${line}`,
    );
  };
  return [
    '',
    `${count}  ${say(`review.why.${why}`)}${alike.length > 0 ? `  ${say('review.alike', { count: alike.length })}` : ''}`,
    ...shown(unit, ''),
    ...partners.flatMap((own, i) => shown(own.unit, ` ${i + 1} ${own.linked ? '=' : ' '} `)),
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
