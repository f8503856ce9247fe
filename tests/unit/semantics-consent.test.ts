import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allows } from '../../src/semantics/consent.js';
import { openSemantics } from '../../src/semantics/index.js';
import { cli, inFolder } from '../support/cli.js';

const hostOf = (address: string): string => new URL(address).host;

describe('leave to send texts', () => {
  it.each([
    ['http://127.0.0.1:8080/v1', undefined, true],
    ['http://127.9.0.1/v1', undefined, true],
    ['http://127.1/v1', undefined, true],
    ['http://[::1]:8080/v1', undefined, true],
    ['http://LOCALHOST:1234/v1', undefined, true],
    ['https://models.example/v1', undefined, false],
    ['https://models.example/v1', '', false],
    ['https://models.example/v1', '1', false],
    ['https://models.example/v1', 'Models.Example', true],
    ['https://models.example/v1', 'other.example, models.example', true],
    ['https://models.example:8443/v1', 'models.example', false],
    ['https://models.example:8443/v1', 'models.example:8443', true],
    ['https://models.example.evil.example/v1', 'models.example', false],
    ['http://localhost.evil.example/v1', undefined, false],
    ['http://127.0.0.1.evil.example/v1', undefined, false],
    ['http://0.0.0.0:8080/v1', undefined, false],
    ['http://10.0.0.5:8080/v1', undefined, false],
    ['http://[fd00::1]:8080/v1', '[fd00::1]:8080', true],
    ['http://[2001:db8::1]/v1', undefined, false],
  ])('%s with %j: %j', (address, named, expected) => {
    expect(allows(hostOf(address), { DUIBIAO_ALLOW_SEMANTICS: named })).toBe(expected);
  });

  it('is asked for before a key is looked at, and nothing is announced', async () => {
    const told: unknown[] = [];
    const { vectors } = openSemantics(
      {
        type: 'server',
        url: 'https://models.example/v1',
        host: 'models.example',
        model: 'm',
        keyName: 'OTHER_SECRET',
      },
      { env: {}, asking: (asking) => told.push(asking) },
    );
    await expect(vectors(['甲'])).rejects.toMatchObject({ code: 'semantics/not-allowed' });
    expect(told).toEqual([]);
  });

  it.each([
    ['en', 'which you have not allowed', 'set DUIBIAO_ALLOW_SEMANTICS=models.example'],
    ['zh', '您尚未允许', 'DUIBIAO_ALLOW_SEMANTICS=models.example'],
  ])('is wanted by a folder that came from elsewhere (%s)', async (lang, problem, advice) => {
    await inFolder(async (cwd) => {
      const config = 'semantics: { server: https://models.example/v1, model: m }\n';
      writeFileSync(join(cwd, 'duibiao.config.yaml'), config);
      const { code, out, err } = await cli(['align', 'hubei', 'wuhan', '--lang', lang], { cwd });
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(problem);
      expect(err).toContain(advice);
      const doctor = await cli(['doctor', '--lang', lang], { cwd });
      expect(doctor.code).toBe(0);
      expect(doctor.out).toContain(problem);
    });
  });
});
