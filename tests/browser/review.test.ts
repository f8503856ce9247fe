import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, openWorkspace, papersOf, serveReview } from '../../src/pipeline/index.js';
import { reviewPage } from '../../src/render/review/index.js';
import { type Browser, MISSING, openBrowser, type Page } from '../support/browser.js';
import { DOWN, UP } from '../support/review-sheets.js';

if (MISSING !== '') console.warn(`browser tests skipped: no ${MISSING}`);

describe.skipIf(MISSING !== '')(`a review in a browser${MISSING && ` (no ${MISSING})`}`, () => {
  let browser: Browser;
  let cwd: string;
  let server: Awaited<ReturnType<typeof serveReview>>;
  const noise: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser?.close());
  beforeEach(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'duibiao-review-'));
    writeFileSync(join(cwd, 'up.txt'), UP);
    writeFileSync(join(cwd, 'down.txt'), DOWN);
    const ws = openWorkspace(cwd);
    const desk = await openDesk(ws, 'up.txt', 'down.txt', { by: '张三', at: '2026-11-27' });
    server = await serveReview(desk, {
      papers: papersOf(ws, desk.session, 'zh'),
      page: (secrets) => reviewPage('zh', secrets),
      explain: (error) => error.code,
    });
  });
  afterEach(async () => {
    await server.close();
    rmSync(cwd, { recursive: true, force: true });
  });

  async function open(): Promise<Page> {
    noise.length = 0;
    const page = await browser.newPage();
    page.on('console', (message: { text(): string }) => noise.push(message.text()));
    page.on('pageerror', (error: Error) => noise.push(error.message));
    page.on('request', (request: { url(): string }) => {
      const asked = request.url();
      if (!asked.startsWith(new URL(server.url).origin) && !asked.startsWith('data:'))
        noise.push(asked);
    });
    await page.goto(server.url);
    await until(page, "document.querySelectorAll('.partner').length > 0");
    return page;
  }

  async function until(page: Page, condition: string): Promise<void> {
    await expect
      .poll(() => page.evaluate<boolean>(condition), { timeout: 20_000, interval: 100 })
      .toBe(true);
  }

  const links = (): string =>
    existsSync(join(cwd, 'links.yaml')) ? readFileSync(join(cwd, 'links.yaml'), 'utf8') : '';
  const PROGRESS = "document.querySelector('#progress').textContent";
  const ASKED = "document.querySelector('#asked').textContent";
  const CENTRE = (text: string): string =>
    `(() => { const own = [...document.querySelectorAll('.unit')].find((unit) => unit.textContent.includes('${text}')); own.scrollIntoView({ block: 'center' }); const box = own.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; })()`;

  it('shows both papers, their links, and the question that changes most', async () => {
    const page = await open();
    expect(await page.evaluate("document.querySelectorAll('#up .unit').length")).toBe(7);
    expect(await page.evaluate("document.querySelectorAll('#down .unit').length")).toBe(7);
    await until(page, "document.querySelectorAll('path.link').length >= 3");
    expect(await page.evaluate(PROGRESS)).toBe('0/4');
    expect(noise).toEqual([]);
    await page.close();
  });

  it('is answered by keys alone: tick, save, none, back and forth, undo', async () => {
    const page = await open();
    const first = await page.evaluate<string>(ASKED);
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    expect(await page.evaluate("document.querySelectorAll('.partner.chosen').length")).toBe(1);
    await page.keyboard.press('y');
    await until(page, `${PROGRESS} === '1/4'`);
    expect(links()).toMatch(/reject[\s\S]*pin/);
    expect(await page.evaluate<string>(ASKED)).not.toBe(first);
    await page.keyboard.press('n');
    await until(page, `${PROGRESS} === '2/4'`);
    expect(links()).toContain('missing');
    const third = await page.evaluate<string>(ASKED);
    await page.keyboard.press('j');
    expect(await page.evaluate<string>(ASKED)).not.toBe(third);
    await page.keyboard.press('k');
    expect(await page.evaluate<string>(ASKED)).toBe(third);
    await page.keyboard.press('u');
    await until(page, `${PROGRESS} === '1/4'`);
    expect(links()).not.toContain('missing');
    expect(noise).toEqual([]);
    await page.close();
  });

  it('asks for clauses in doubt: a letter says whether one is carried', async () => {
    const page = await open();
    const CLAUSES =
      "[...document.querySelectorAll('.clause.chosen .text')].map((own) => own.textContent).join()";
    expect(await page.evaluate<string>(CLAUSES)).toBe('每年汛前完成河道清淤，');
    await page.keyboard.press('a');
    expect(await page.evaluate<string>(CLAUSES)).toBe('');
    await page.keyboard.press('y');
    await until(page, `${PROGRESS} === '1/4'`);
    expect(links()).toMatch(/missing:[\s\S]*start: 0\s+end: 11/);
    await page.keyboard.press('u');
    await until(page, `${PROGRESS} === '0/4'`);
    expect(links()).not.toContain('start: 0');
    expect(noise).toEqual([]);
    await page.close();
  });

  it('is answered by clicks alone: a sentence, its partner, a paragraph opposite, a clause', async () => {
    const page = await open();
    await page.setViewportSize({ width: 1200, height: 1400 });
    const texts = (selector: string): Promise<string> =>
      page.evaluate(
        `[...document.querySelectorAll('${selector}')].map((own) => own.textContent).join()`,
      );
    await page.click('#up .unit:has-text("严禁在行洪河道内")');
    expect(await page.evaluate<string>(ASKED)).toContain('严禁在行洪河道内搭建房屋。');
    expect(await texts('.partner.chosen .text')).toBe('行洪河道内不得搭建房屋。');
    await page.click('#down .unit:has-text("拆除沿河违章码头")');
    expect(await texts('.partner.chosen .text')).toBe(
      '行洪河道内不得搭建房屋。,拆除沿河违章码头。',
    );
    await page.click('.partner.chosen >> nth=0');
    expect(await texts('#down .unit.chosen .text')).toBe('拆除沿河违章码头。');
    await page.click('#up .unit:has-text("每年汛前")');
    const clauses = await texts('.clause.chosen');
    await page.click('.clause');
    expect(await texts('.clause.chosen')).not.toBe(clauses);
    expect(links()).toBe('');
    expect(noise).toEqual([]);
    await page.close();
  });

  it('links what is drawn from the left to the right', async () => {
    const page = await open();
    await page.setViewportSize({ width: 1200, height: 1400 });
    const [x = 0, y = 0] = await page.evaluate<number[]>(CENTRE('支持建设标准化鱼塘'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    const [toX = 0, toY = 0] = await page.evaluate<number[]>(CENTRE('拆除沿河违章码头'));
    await page.mouse.move(toX, toY, { steps: 8 });
    await page.mouse.up();
    await until(page, "document.querySelectorAll('path.link.decided').length === 1");
    expect(links()).toMatch(/pin:[\s\S]*支持建设标准化鱼塘[\s\S]*拆除沿河违章码头/);
    await page.close();
  });

  it('is searched and filtered, a note goes with the answer', async () => {
    const page = await open();
    await page.fill('#search', '行洪');
    await until(page, `${ASKED}.includes('行洪')`);
    await page.fill('#search', '没有这样的字');
    await until(page, "!document.querySelector('#empty').hidden");
    await page.fill('#search', '');
    await page.selectOption('#why', 'answered');
    await until(page, "!document.querySelector('#empty').hidden");
    await page.selectOption('#why', 'open');
    await until(page, `${ASKED} !== ''`);
    await page.fill('#note', '已与水利局核对');
    await page.selectOption('#relation', 'adapted');
    await page.click('#yes');
    await until(page, `${PROGRESS} === '1/4'`);
    expect(links()).toMatch(/relation: adapted[\s\S]*reason: 已与水利局核对[\s\S]*by: 张三/);
    await page.close();
  });

  it('in two tabs: neither loses what the other saved, and both see it', async () => {
    const [one, two] = [await open(), await open()];
    await one.keyboard.press('n');
    await until(one, `${PROGRESS} === '1/4'`);
    await until(two, `${PROGRESS} === '1/4'`);
    await two.keyboard.press('j');
    await two.keyboard.press('n');
    await until(one, `${PROGRESS} === '2/4'`);
    expect(links().match(/missing/g)).toHaveLength(2);
    await one.close();
    await two.close();
  });

  it('of a program that ended says so, and nothing is lost', async () => {
    const page = await open();
    await page.keyboard.press('n');
    await until(page, `${PROGRESS} === '1/4'`);
    await server.close();
    await page.keyboard.press('n');
    await until(page, "document.querySelector('#status').className === 'bad'");
    expect(links().match(/missing/g)).toHaveLength(1);
    await page.close();
  });

  it('fits a phone', async () => {
    const page = await open();
    await page.setViewportSize({ width: 360, height: 740 });
    await until(page, 'document.documentElement.scrollWidth <= 360');
    await page.click('.partner');
    await page.click('#yes');
    await until(page, `${PROGRESS} === '1/4'`);
    await page.close();
  });
});
