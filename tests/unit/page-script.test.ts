import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scriptModule } from '../../src/render/report/html/page/make.mjs';
import { SCRIPT } from '../../src/render/report/html/script.js';

describe('the script a report page carries', () => {
  it('is the one made from page.ts (npm run page)', () => {
    const stored = readFileSync('src/render/report/html/script.ts', 'utf8');
    expect(scriptModule()).toBe(stored);
  });

  it('cannot end the element it stands in', () => {
    expect(SCRIPT).not.toMatch(/<\/script|<!--/i);
  });
});
