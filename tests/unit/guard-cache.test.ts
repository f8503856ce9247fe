import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gateVersion } from '../../src/pipeline/cache.js';
import { openGuardCache } from '../../src/pipeline/guard/cache.js';
import { inFolder } from '../support/cli.js';

/** How often a value had to be made, by a run of the program whose rules are `version`. */
async function timesMade(path: string, version: string): Promise<number> {
  let times = 0;
  const cache = openGuardCache({ path, version });
  await cache.uses('key', async () => {
    times += 1;
    return { terms: [], labels: {} } as never;
  });
  cache.save();
  return times;
}

describe('what check keeps between runs', () => {
  it('is asked of the same rules only', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'kept/check.json');
      expect(await timesMade(path, 'a')).toBe(1);
      expect(await timesMade(path, 'a')).toBe(0);
      expect(await timesMade(path, 'b')).toBe(1);
      expect(await timesMade(path, 'a')).toBe(1);
    });
  });

  it('is as none where it is damaged or of an older form', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'check.json');
      expect(await timesMade(path, 'a')).toBe(1);
      const whole = readFileSync(path, 'utf8');
      for (const text of [
        whole.slice(0, -5),
        whole.replace('check-cache/2', 'check-cache/1'),
        '',
      ]) {
        writeFileSync(path, text);
        expect(await timesMade(path, 'a')).toBe(1);
      }
    });
  });

  it('names the rules by their code', () => {
    expect(gateVersion()).toMatch(/^[0-9a-f]{64}$/);
    expect(gateVersion()).toBe(gateVersion());
  });
});
