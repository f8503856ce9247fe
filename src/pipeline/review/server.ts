/** The page of a review on this machine alone: who has no token, or comes from elsewhere, is refused. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import type { ReviewDesk } from './desk.js';
import type { DeskAnswer } from './overlay.js';
import type { ReviewPapers } from './papers.js';

const HOST = '127.0.0.1';
/** An answer is a few addresses and a note. */
const MOST_BODY = 64 * 1024;

interface ReviewServer {
  /** With the token; whoever has it may answer. */
  readonly url: string;
  readonly close: () => Promise<void>;
  /** Settles when the page, or `close`, has ended it. */
  readonly closed: Promise<void>;
}

interface ServeOptions {
  /** The page; `nonce` marks what of it may run, `token` is what it asks with. */
  readonly page: (secrets: { readonly nonce: string; readonly token: string }) => string;
  readonly papers: ReviewPapers;
  /** What a user did wrong, in words. */
  readonly explain: (error: UserError) => string;
}

/** Serves a desk on a free port of the loopback. *Errors*: those of opening a port throw. */
export async function serveReview(desk: ReviewDesk, options: ServeOptions): Promise<ReviewServer> {
  const token = randomBytes(24).toString('hex');
  const server = createServer((request, response) => {
    handle(request, response, { desk, token, port: portOf(server), end, ...options }).catch(
      (error: unknown) => {
        const said = error instanceof UserError;
        send(response, said ? 409 : 500, { error: said ? options.explain(error) : String(error) });
      },
    );
  });
  // Between two questions there is nothing to wait for.
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, HOST, done);
  });
  const closed = new Promise<void>((done) => server.once('close', () => done()));
  function end(): void {
    server.close();
    server.closeAllConnections();
  }
  return {
    url: `http://${HOST}:${portOf(server)}/?token=${token}`,
    closed,
    close: () => {
      end();
      return closed;
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

interface Handling extends ServeOptions {
  readonly desk: ReviewDesk;
  readonly token: string;
  readonly port: number;
  readonly end: () => void;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  setting: Handling,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${HOST}`);
  const refused = refusal(request, url, setting);
  if (refused !== undefined) return send(response, 403, { error: refused });
  const { desk, papers, token, page, end } = setting;
  const way = `${request.method} ${url.pathname}`;
  switch (way) {
    case 'GET /': {
      const nonce = randomBytes(16).toString('base64');
      return sendPage(response, page({ nonce, token }), nonce);
    }
    case 'GET /api/papers':
      return send(response, 200, papers);
    case 'GET /api/state': {
      const state = desk.state();
      const isKnown = url.searchParams.get('since') === String(state.version);
      return send(response, 200, isKnown ? { version: state.version } : state);
    }
    case 'POST /api/answer': {
      const answer = answerIn(await bodyOf(request));
      if (answer === undefined) return send(response, 400, { error: 'answer' });
      return send(response, 200, await desk.answer(answer));
    }
    case 'POST /api/undo':
      return send(response, 200, await desk.undo());
    case 'POST /api/end':
      response.once('finish', end);
      return send(response, 200, {});
    default:
      return send(response, 404, { error: 'not found' });
  }
}

/** Why a request is refused; nothing where it is not. */
function refusal(
  { headers, method }: IncomingMessage,
  url: URL,
  { port, token }: Pick<Handling, 'port' | 'token'>,
): string | undefined {
  const own = [`${HOST}:${port}`, `localhost:${port}`];
  // A name that leads here (DNS rebinding) is not ours.
  if (!own.includes(headers.host ?? '')) return 'host';
  const { origin } = headers;
  if (origin !== undefined && !own.some((host) => origin === `http://${host}`)) return 'origin';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'site';
  const given = url.pathname === '/' ? url.searchParams.get('token') : headers['x-review-token'];
  if (!isSame(String(given ?? ''), token)) return 'token';
  if (method === 'POST' && headers['content-type'] !== 'application/json') return 'type';
  return undefined;
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MOST_BODY) return undefined;
    parts.push(part as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

function answerIn(value: unknown): DeskAnswer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { unit, chosen, clauses, only, relation, note, alike } = value as Readonly<
    Record<string, unknown>
  >;
  const isList = Array.isArray(chosen) && chosen.every((own) => typeof own === 'string');
  if (typeof unit !== 'string' || !isList) return undefined;
  return {
    unit,
    chosen: chosen as string[],
    clauses: clausesIn(clauses),
    only: only === true,
    relation: SENTENCE_RELATIONS.find((own) => own === relation),
    note: typeof note === 'string' && note.trim() !== '' ? note.trim() : undefined,
    alike: alike === true,
  };
}

function clausesIn(value: unknown): DeskAnswer['clauses'] {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((own: unknown) => {
    const { start, end, carried } = (own ?? {}) as Readonly<Record<string, unknown>>;
    const isRange = Number.isInteger(start) && Number.isInteger(end);
    return isRange && typeof carried === 'boolean'
      ? [{ start: start as number, end: end as number, carried }]
      : [];
  });
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

function sendPage(response: ServerResponse, html: string, nonce: string): void {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  response.writeHead(200, {
    ...HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
  });
  response.end(html);
}
