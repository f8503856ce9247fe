import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DeskState, openDesk, openWorkspace } from '../../src/pipeline/index.js';
import { cli } from '../support/cli.js';
import { type Asking, ask, serving } from '../support/review-server.js';
import { withPapers } from '../support/review-sheets.js';
import { ROOT } from '../support/root.js';

describe('the server of a review', () => {
  it.each<[string, (own: { port: number; token: string }) => Asking, number]>([
    ['the page with its token', ({ token }) => ({ path: `/?token=${token}` }), 200],
    ['the page without', () => ({ path: '/' }), 403],
    [
      'the page with another',
      ({ token }) => ({ path: `/?token=${token.replace(/./g, '0')}` }),
      403,
    ],
    [
      'state with the token in its header',
      ({ token }) => ({ path: '/api/state', headers: { 'x-review-token': token } }),
      200,
    ],
    [
      'state with the token in the address alone',
      ({ token }) => ({ path: `/api/state?token=${token}` }),
      403,
    ],
    [
      'another name that leads here',
      ({ port, token }) => ({
        path: '/api/state',
        headers: { host: `evil.example:${port}`, 'x-review-token': token },
      }),
      403,
    ],
    [
      'a page of another origin',
      ({ token }) => ({
        path: '/api/state',
        headers: { origin: 'http://evil.example', 'x-review-token': token },
      }),
      403,
    ],
    [
      'a request that a browser made for another site',
      ({ token }) => ({
        path: '/api/state',
        headers: { 'sec-fetch-site': 'cross-site', 'x-review-token': token },
      }),
      403,
    ],
    [
      'a form',
      ({ token }) => ({
        method: 'POST',
        path: '/api/undo',
        headers: { 'x-review-token': token, 'content-type': 'text/plain' },
        body: '{}',
      }),
      403,
    ],
    [
      'an answer that is none',
      ({ token }) => ({
        method: 'POST',
        path: '/api/answer',
        headers: { 'x-review-token': token, 'content-type': 'application/json' },
        body: '{"unit":1}',
      }),
      400,
    ],
    [
      'an answer about nothing there is',
      ({ token }) => ({
        method: 'POST',
        path: '/api/answer',
        headers: { 'x-review-token': token, 'content-type': 'application/json' },
        body: '{"unit":"plan/九.9","chosen":[]}',
      }),
      409,
    ],
    [
      'a body without end',
      ({ token }) => ({
        method: 'POST',
        path: '/api/answer',
        headers: { 'x-review-token': token, 'content-type': 'application/json' },
        body: JSON.stringify({ unit: 'x'.repeat(70_000), chosen: [] }),
      }),
      400,
    ],
    [
      'what there is not',
      ({ token }) => ({ path: '/etc/passwd', headers: { 'x-review-token': token } }),
      404,
    ],
  ])('%s', (_name, asking, status) =>
    serving(async ({ port, token }) => {
      const answer = await ask(port, asking({ port, token }));
      expect(answer.status).toBe(status);
    }),
  );

  it('lets nothing run but its own script', () =>
    serving(async ({ port, token }) => {
      const { headers, body } = await ask(port, { path: `/?token=${token}` });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(body.match(/<script\b[^>]*>/g)?.every((tag) => tag.includes(nonce))).toBe(true);
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['cache-control']).toBe('no-store');
    }));

  it('ends when the page says so', () =>
    serving(async ({ port, token, closed }) => {
      await ask(port, {
        method: 'POST',
        path: '/api/end',
        headers: { 'x-review-token': token, 'content-type': 'application/json' },
        body: '{}',
      });
      await closed;
      await expect(ask(port, {})).rejects.toThrow(/ECONNREFUSED|hang up/);
    }));
});

describe('a desk', () => {
  const linksIn = (cwd: string): string => readFileSync(join(cwd, 'links.yaml'), 'utf8');
  const opened = (cwd: string) =>
    openDesk(openWorkspace(cwd), 'up.txt', 'down.txt', { by: '张三', at: '2026-11-27' });
  const unitIn = (state: DeskState, i: number): string => state.questions[i]?.unit ?? '';

  it('saves every answer before it is answered, and takes it back', () =>
    withPapers(async (cwd) => {
      const desk = await opened(cwd);
      const first = desk.state();
      const unit = unitIn(first, 0);
      const answered = await desk.answer({ unit, chosen: [], note: '两回事' });
      expect(linksIn(cwd)).toContain('reason: 两回事');
      expect(answered.answered).toBe(1);
      const links = answered.links.filter((link) => link.grain === 'sentence');
      expect(links.some((link) => link.upstream.includes(unit))).toBe(false);
      const undone = await desk.undo();
      expect(undone.answered).toBe(0);
      expect(linksIn(cwd)).not.toContain('missing');
    }));

  it('of two tabs loses no answer, and sees what the other said', () =>
    withPapers(async (cwd) => {
      const [one, two] = [await opened(cwd), await opened(cwd)];
      const { questions } = one.state();
      const before = two.state().version;
      await Promise.all([
        one.answer({ unit: questions[0]?.unit ?? '', chosen: [] }),
        two.answer({ unit: questions[1]?.unit ?? '', chosen: [] }),
      ]);
      expect(one.state().answered).toBe(2);
      expect(two.state().answered).toBe(2);
      expect(two.state().version).toBeGreaterThan(before);
    }));

  it('keeps what was written into the file meanwhile, comments too', () =>
    withPapers(async (cwd) => {
      const desk = await opened(cwd);
      const unit = unitIn(desk.state(), 0);
      writeFileSync(
        join(cwd, 'links.yaml'),
        "# 同事的判断\n- reject: { upstream: 'plan:一.1', downstream: 'plan-2:一.2' }\n",
      );
      await desk.answer({ unit, chosen: [] });
      expect(linksIn(cwd)).toContain('# 同事的判断');
      expect(linksIn(cwd)).toMatch(/plan-2:一\.2[\s\S]*missing/);
    }));

  it('says so and loses nothing where the file is no longer one', () =>
    withPapers(async (cwd) => {
      const desk = await opened(cwd);
      const unit = unitIn(desk.state(), 0);
      writeFileSync(join(cwd, 'links.yaml'), '- pin: [\n');
      await expect(desk.answer({ unit, chosen: [] })).rejects.toThrow();
      expect(linksIn(cwd)).toBe('- pin: [\n');
    }));

  it('draws a link by hand without a word on the others', () =>
    withPapers(async (cwd) => {
      const desk = await opened(cwd);
      const { questions } = desk.state();
      const unit = questions[0]?.unit ?? '';
      const other = questions[0]?.partners.find(({ linked }) => !linked)?.unit ?? '';
      const { links } = await desk.answer({ unit, chosen: [other], only: true });
      const own = links.filter((link) => link.grain === 'sentence' && link.upstream.includes(unit));
      expect(own.length).toBe(2);
    }));
});

describe('review --tty', () => {
  it.each([
    ['an answer a line', 'n\n1\nq\n', /2\/4/, /missing[\s\S]*pin/],
    ['taken back', 'n\nu\nq\n', /0\/4/, /^\s*\[\]\s*$/],
    ['input that ends', '\n', /已结束/, /pin/],
    ['what is not understood', '7\n也许\nn\n', /没有看懂/, /missing/],
  ])('%s', (_name, stdin, shown, written) =>
    withPapers(async (cwd) => {
      const { code, out } = await cli(['review', 'up.txt', 'down.txt', '--tty', '--lang', 'zh'], {
        cwd,
        stdin,
      });
      expect(code).toBe(0);
      expect(out).toMatch(shown);
      expect(readFileSync(join(cwd, 'links.yaml'), 'utf8')).toMatch(written);
    }),
  );
});

describe('a program that is killed', () => {
  it(
    'has kept every answer that was confirmed',
    () =>
      withPapers(async (cwd) => {
        const child = spawn(
          process.execPath,
          [
            join(ROOT, 'bin/duibiao.js'),
            'review',
            'up.txt',
            'down.txt',
            '--lang',
            'en',
            '--no-cache',
          ],
          { cwd },
        );
        const url = await new Promise<URL>((done) => {
          let said = '';
          child.stdout.on('data', (part: Buffer) => {
            said += part.toString('utf8');
            const found = /http:\S+/.exec(said)?.[0];
            if (found !== undefined) done(new URL(found));
          });
        });
        const headers = {
          'x-review-token': url.searchParams.get('token') ?? '',
          'content-type': 'application/json',
        };
        const port = Number(url.port);
        const state = await ask(port, { path: '/api/state', headers });
        const { questions } = JSON.parse(state.body) as DeskState;
        const body = JSON.stringify({ unit: questions[0]?.unit, chosen: [] });
        expect(
          (await ask(port, { method: 'POST', path: '/api/answer', headers, body })).status,
        ).toBe(200);
        const gone = new Promise((done) => child.once('exit', done));
        child.kill('SIGKILL');
        await gone;
        expect(readFileSync(join(cwd, 'links.yaml'), 'utf8')).toContain('missing');
        const { code } = await cli(['align', 'up.txt', 'down.txt'], { cwd });
        expect(code).toBe(0);
      }),
    60_000,
  );
});
