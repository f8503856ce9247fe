import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGES, scriptModule } from '../../src/render/report/html/page/make.mjs';
import { SCRIPT } from '../../src/render/report/html/script.js';
import { SCRIPT as REVIEW_SCRIPT } from '../../src/render/review/html/script.js';

describe('the script a page carries', () => {
  it.each(PAGES)('of %s is the one made from its page.ts (npm run page)', async (folder) => {
    expect(await scriptModule(folder)).toBe(readFileSync(`${folder}/script.ts`, 'utf8'));
  });

  it.each([
    ['report', SCRIPT],
    ['review', REVIEW_SCRIPT],
  ])('of a %s cannot end the element it stands in', (_name, script) => {
    expect(script).not.toMatch(/<\/script|<!--/i);
  });
});
