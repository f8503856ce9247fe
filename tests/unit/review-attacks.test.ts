import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDesk, openWorkspace } from '../../src/pipeline/index.js';
import { cli } from '../support/cli.js';
import { type Asking, ask, serving } from '../support/review-server.js';
import { UP, withPapers } from '../support/review-sheets.js';

interface Setting {
  readonly port: number;
  readonly token: string;
}

describe('a review asked by who should not ask', () => {
  const state = (headers: Readonly<Record<string, string>>): Asking => ({
    path: '/api/state',
    headers,
  });
  const answer = (token: string, body: string): Asking => ({
    method: 'POST',
    path: '/api/answer',
    headers: { 'x-review-token': token, 'content-type': 'application/json' },
    body,
  });
  it.each<[string, (own: Setting) => Asking, number]>([
    ['no token', () => state({}), 403],
    ['an empty token', () => state({ 'x-review-token': '' }), 403],
    ['a token with more behind it', ({ token }) => state({ 'x-review-token': `${token}0` }), 403],
    [
      'a name without a port',
      ({ token }) => state({ host: '127.0.0.1', 'x-review-token': token }),
      403,
    ],
    [
      'another port of this machine',
      ({ token }) => state({ origin: 'http://127.0.0.1:1', 'x-review-token': token }),
      403,
    ],
    ['no origin at all', ({ token }) => state({ origin: 'null', 'x-review-token': token }), 403],
    [
      'the secure form of its own origin',
      ({ port, token }) => state({ origin: `https://127.0.0.1:${port}`, 'x-review-token': token }),
      403,
    ],
    [
      'a site beside it',
      ({ token }) => state({ 'sec-fetch-site': 'same-site', 'x-review-token': token }),
      403,
    ],
    [
      'what a browser asks first for another site',
      ({ token }) => ({ ...state({ 'x-review-token': token }), method: 'OPTIONS' }),
      404,
    ],
    [
      'a path around',
      ({ token }) => ({ path: '/api/../?x', headers: { 'x-review-token': token } }),
      403,
    ],
    ['an answer that is nothing', ({ token }) => answer(token, 'null'), 400],
    ['an answer that is a list', ({ token }) => answer(token, '[]'), 400],
    ['half an answer', ({ token }) => answer(token, '{"unit":"x","chosen":['), 400],
    ['no body', ({ token }) => answer(token, ''), 400],
    [
      'a clause that is none',
      ({ token }) =>
        answer(token, '{"unit":"plan/一.3","chosen":[],"clauses":[null,{"start":"0"}]}'),
      400,
    ],
  ])('%s: refused, and nothing is written', (_name, asking, status) =>
    serving(async ({ cwd, ...own }) => {
      const { status: found, headers } = await ask(own.port, asking(own));
      expect(found).toBe(status);
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(() => readFileSync(join(cwd, 'links.yaml'))).toThrow();
    }),
  );
});

describe('a file that changes under a review', () => {
  const opened = (cwd: string) =>
    openDesk(openWorkspace(cwd), 'up.txt', 'down.txt', { at: '2026-11-27' });
  const links = (cwd: string): string => join(cwd, 'links.yaml');

  it('deleted: what was answered so far is open again, the next answer is kept', () =>
    withPapers(async (cwd) => {
      const desk = await opened(cwd);
      const [first, second] = desk.state().questions;
      await desk.answer({ unit: first?.unit ?? '', chosen: [] });
      rmSync(links(cwd));
      expect(desk.state().answered).toBe(0);
      await desk.answer({ unit: second?.unit ?? '', chosen: [] });
      expect(readFileSync(links(cwd), 'utf8').match(/missing/g)).toHaveLength(1);
    }));

  it('a folder in its place: said, the desk goes on when it is gone', () =>
    withPapers(async (cwd) => {
      const desk = await opened(cwd);
      const unit = desk.state().questions[0]?.unit ?? '';
      mkdirSync(links(cwd));
      await expect(desk.answer({ unit, chosen: [] })).rejects.toThrow();
      rmSync(links(cwd), { recursive: true });
      expect((await desk.answer({ unit, chosen: [] })).answered).toBe(1);
    }));

  it('answers at one time are all kept', () =>
    withPapers(async (cwd) => {
      const desk = await opened(cwd);
      const { questions } = desk.state();
      await Promise.all(questions.map(({ unit }) => desk.answer({ unit, chosen: [] })));
      expect(readFileSync(links(cwd), 'utf8').match(/missing/g)).toHaveLength(questions.length);
      expect(desk.state().answered).toBe(questions.length);
    }));

  it('somebody decides otherwise meanwhile: undo leaves theirs', () =>
    withPapers(async (cwd) => {
      const desk = await opened(cwd);
      const other = await opened(cwd);
      const { unit = '', partners = [] } = desk.state().questions[0] ?? {};
      const chosen = partners.slice(0, 1).map((own) => own.unit);
      await desk.answer({ unit, chosen: [] });
      await other.answer({ unit, chosen });
      await desk.undo();
      expect(readFileSync(links(cwd), 'utf8')).toMatch(/- pin:/);
    }));

  it.each([
    [
      'moved to another place: honoured there, and said',
      (text: string) =>
        text
          .replace('三年内', '四年内')
          .replace('二、渔业发展', '二、总则\n\n先行先试。\n\n三、渔业发展'),
      /人工|已移|现为|plan:/,
    ],
    [
      'its sentence is gone: said, with the nearest',
      (text: string) => text.replace('每年汛前完成河道清淤，疏通排水沟渠。', '定期疏通沟渠。'),
      /plan:一\.3/,
    ],
  ])('the paper, %s', (_name, change, said) =>
    withPapers(async (cwd) => {
      const desk = await opened(cwd);
      const { unit = '', partners = [], clauses } = desk.state().questions[0] ?? {};
      const chosen = partners.slice(0, 1).map((own) => own.unit);
      await desk.answer({ unit, chosen, clauses });
      writeFileSync(join(cwd, 'up.txt'), change(UP));
      const { code, out, err } = await cli(
        ['compare', 'up.txt', 'down.txt', '--lang', 'zh', '--no-cache'],
        { cwd },
      );
      expect(code).toBe(0);
      expect(out + err).toMatch(said);
    }),
  );
});
