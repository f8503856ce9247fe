import { request } from 'node:http';
import { openDesk, openWorkspace, papersOf, serveReview } from '../../src/pipeline/index.js';
import { reviewPage } from '../../src/render/review/index.js';
import { withPapers } from './review-sheets.js';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Asking {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** With every header as given: `fetch` would set some itself. */
export function ask(
  port: number,
  { method = 'GET', path = '/', headers = {}, body }: Asking,
): Promise<Answer> {
  return new Promise((done, failed) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => {
        text += part.toString('utf8');
      });
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, body: text, headers: answer.headers }),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/** A review of two small papers, served. */
export async function serving<Value>(
  use: (setting: {
    cwd: string;
    port: number;
    token: string;
    closed: Promise<void>;
  }) => Promise<Value>,
): Promise<Value> {
  return withPapers(async (cwd) => {
    const ws = openWorkspace(cwd);
    const desk = await openDesk(ws, 'up.txt', 'down.txt', { by: '张三', at: '2026-11-27' });
    const server = await serveReview(desk, {
      papers: papersOf(ws, desk.session, 'zh'),
      page: (secrets) => reviewPage('zh', secrets),
      explain: (error) => error.code,
    });
    const url = new URL(server.url);
    try {
      return await use({
        cwd,
        port: Number(url.port),
        token: url.searchParams.get('token') ?? '',
        closed: server.closed,
      });
    } finally {
      await server.close();
    }
  });
}
