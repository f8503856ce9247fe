import { existsSync } from 'node:fs';

/** The little of playwright-core that is used: the package is optional, so its types are not at hand. */
export interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<Value>(code: string): Promise<Value>;
  keyboard: { press(key: string): Promise<void> };
  mouse: {
    move(x: number, y: number, options?: { steps: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  uncheck(selector: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  screenshot(options: { path: string }): Promise<unknown>;
  on(event: 'console' | 'pageerror' | 'request', listener: (event: never) => void): void;
  close(): Promise<void>;
}
export interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Playwright {
  chromium: { launch(options: object): Promise<Browser> };
}

const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
const PACKAGE = 'playwright-core';
const playwright = await import(PACKAGE).then(
  (found: Playwright) => found,
  () => undefined,
);

/** What is not at hand for tests in a browser; empty where all is. */
export const MISSING = [playwright ? '' : PACKAGE, CHROMIUM ? '' : 'chromium']
  .filter(Boolean)
  .join(', ');

export function openBrowser(): Promise<Browser> {
  return playwright!.chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
}
