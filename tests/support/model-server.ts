import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server saw it. */
interface Seen {
  readonly texts: readonly string[];
  readonly key: string | undefined;
  readonly model: string;
}

interface ModelServer {
  /** What goes under `server:`. */
  readonly url: string;
  readonly host: string;
  readonly seen: Seen[];
}

type Reply = (texts: readonly string[], times: number, response: ServerResponse) => void;

/** How many numbers the honest answer has. */
export const SIZE = 32;

/** One vector a text: its characters, hashed. The same on every machine. */
export function hashVector(text: string, size = SIZE): number[] {
  const vector = new Array<number>(size).fill(0);
  for (const character of text) {
    const slot = ((character.codePointAt(0) ?? 0) * 2654435761) % size;
    vector[slot] = (vector[slot] ?? 0) + 1;
  }
  return vector;
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Vectors by `hashVector`, given out of order as the protocol allows. */
export const honest: Reply = (texts, _times, response) => {
  const data = texts.map((text, index) => ({ index, embedding: hashVector(text) }));
  sendJson(response, { object: 'list', data: data.reverse(), model: 'hash' });
};

/** A real server of `/v1/embeddings` on this machine, closed after `use`. */
export async function withModelServer<Value>(
  reply: Reply,
  use: (server: ModelServer) => Promise<Value>,
): Promise<Value> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    if (request.url !== '/v1/embeddings' || request.method !== 'POST') {
      sendJson(response, { error: { message: `no ${request.url}` } }, 404);
      return;
    }
    const { input, model } = JSON.parse(await bodyOf(request)) as {
      input: string[];
      model: string;
    };
    seen.push({ texts: input, key: request.headers.authorization, model });
    reply(input, seen.length, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await use({ url: `http://${host}/v1`, host, seen });
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
