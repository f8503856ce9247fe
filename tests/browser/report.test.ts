import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportRenderer } from '../../src/render/report/index.js';
import { type Browser, MISSING, openBrowser, type Page } from '../support/browser.js';
import { sampleReport } from '../support/report-fixture.js';

const missing = MISSING;
if (missing !== '') console.warn(`browser tests skipped: no ${missing}`);

describe.skipIf(missing !== '')(`a report in a browser${missing && ` (no ${missing})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-browser-'));
  let browser: Browser;
  const noise: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A page with the report open; whatever it says or asks for lands in `noise`. */
  async function open(edit?: (text: string) => string, hash = ''): Promise<Page> {
    const file = join(folder, 'report.html');
    const report = sampleReport({ sides: 3, ...(edit && { edit }) });
    const html = reportRenderer('html', undefined)!.render(report, { language: 'zh', epoch: 0 });
    writeFileSync(file, html as string);
    noise.length = 0;
    const page = await browser.newPage();
    const url = pathToFileURL(file).href;
    page.on('console', (message: { text(): string }) => noise.push(message.text()));
    page.on('pageerror', (error: Error) => noise.push(error.message));
    page.on('request', (request: { url(): string }) => {
      const asked = request.url();
      if (!asked.startsWith(url) && !asked.startsWith('data:')) noise.push(asked);
    });
    await page.goto(url + hash);
    return page;
  }

  /** Waits for a condition; the page's policy forbids what playwright itself would wait with. */
  async function until(page: Page, condition: string): Promise<void> {
    await expect.poll(() => page.evaluate<boolean>(condition)).toBe(true);
  }

  const SHOWN = "document.querySelectorAll('.row:not([hidden])').length";

  it('filters by relation, theme and text, and counts what is shown', async () => {
    const page = await open();
    const all = await page.evaluate<number>(SHOWN);
    await page.fill('#f-text', '公积金');
    await until(page, `${SHOWN} < ${all}`);
    expect(
      await page.evaluate<boolean>(
        "[...document.querySelectorAll('.row:not([hidden])')].every((row) => row.textContent.includes('公积金'))",
      ),
    ).toBe(true);
    await page.fill('#f-text', '');
    await until(page, `${SHOWN} === ${all}`);
    await page.uncheck('input[name=rel][value=missing]');
    await until(page, `${SHOWN} < ${all}`);
    await page.selectOption('#f-theme', 'housing');
    await until(
      page,
      "[...document.querySelectorAll('.row:not([hidden])')].every((row) => row.dataset.themes === 'housing')",
    );
    const shown = await page.evaluate<number>(SHOWN);
    expect(await page.evaluate<string>("document.querySelector('#f-count').textContent")).toContain(
      `显示 ${shown} / ${all}`,
    );
    expect(noise).toEqual([]);
    await page.close();
  });

  it('goes from difference to difference by key, and opens columns', async () => {
    const page = await open();
    const now = "[...document.querySelectorAll('.row')].findIndex((row) => row.matches('.now'))";
    await page.keyboard.press('n');
    const first = await page.evaluate<number>(now);
    await page.keyboard.press('n');
    const second = await page.evaluate<number>(now);
    expect(first).toBeGreaterThanOrEqual(0);
    expect(second).toBeGreaterThan(first);
    await page.keyboard.press('p');
    expect(await page.evaluate<number>(now)).toBe(first);
    await page.keyboard.press('/');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('f-text');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    expect(await page.evaluate<number>("document.querySelectorAll('#read > section').length")).toBe(
      3,
    );
    await page.evaluate(
      "document.querySelectorAll('#read > section')[1].querySelector('.s:last-child').click()",
    );
    await page.evaluate(
      "document.querySelectorAll('#read > section')[1].querySelectorAll('.s')[1].click()",
    );
    expect(
      await page.evaluate<number>("document.querySelectorAll('#read .hit').length"),
    ).toBeGreaterThan(1);
    expect(noise).toEqual([]);
    await page.close();
  });

  it('jumps to the sentence that an address names', async () => {
    const page = await open(undefined, `#${encodeURI('jiangbei:三.2')}`);
    expect(
      await page.evaluate<boolean>(
        "(() => { const box = document.getElementById('jiangbei:三.2').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; })()",
      ),
    ).toBe(true);
    await page.close();
  });

  it('keeps markup of a text as text', async () => {
    const page = await open(
      (text) => `<script>window.bad=1</script><img src=x onerror="bad=1">"'${text}`,
    );
    expect(await page.evaluate<string>('typeof window.bad')).toBe('undefined');
    expect(
      await page.evaluate<number>("document.querySelectorAll('main img, main script').length"),
    ).toBe(0);
    expect(noise).toEqual([]);
    await page.close();
  });

  it('fits a phone: nothing makes the page scroll sideways', async () => {
    const page = await open();
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      390,
    );
    await page.close();
  });
});
