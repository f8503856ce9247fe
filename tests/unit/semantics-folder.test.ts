import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPackage } from '../../src/semantics/find-package.js';
import { openSemantics } from '../../src/semantics/index.js';
import type { Asking } from '../../src/semantics/open.js';
import { cli, inFolder } from '../support/cli.js';
import { ROOT } from '../support/root.js';
import { writeTinyEncoder } from '../support/tiny-encoder.js';

const TEXTS = ['完善住房保障体系', '让群众住有所居，多建公租房。', '开展土地流转试点', '住'];

/** 450 MB: not among the packages of the tests. Where it is installed (or DUIBIAO_TRANSFORMERS says where), it is run. */
const PROJECT = process.env.DUIBIAO_TRANSFORMERS ?? ROOT;
const INSTALLED = findPackage('@huggingface/transformers', packagesOf(PROJECT)) !== undefined;

function packagesOf(project: string) {
  return { NODE_PATH: join(project, 'node_modules') };
}

function modelIn(
  folder: string,
  project: string,
  remember?: (key: string, make: () => string) => string,
) {
  const told: Asking[] = [];
  const semantics = openSemantics(
    { type: 'folder', folder, shown: './tiny' },
    {
      env: packagesOf(project),
      asking: (asking) => told.push(asking),
      ...(remember !== undefined && { remember }),
    },
  );
  return { ...semantics, told };
}

function globally(at: string, variable: string, value: string) {
  return { [variable]: join(at, value) };
}

/** Stands in for the package: one number a text, its length, and notes of what it was asked for. */
const STAND_IN = `
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
export const env = { allowRemoteModels: true };
export async function pipeline(task, model, options) {
  if (model.includes('broken')) throw new Error('no such operator\\nat line 7');
  return async (texts, how) => {
    writeFileSync(join(model, 'asked.json'), JSON.stringify({ task, options, how, texts, env }));
    return { tolist: () => texts.map((text) => [text.length, 1]) };
  };
}
`;

function installStandIn(project: string): void {
  const folder = join(project, 'node_modules/@huggingface/transformers');
  mkdirSync(folder, { recursive: true });
  const entry = { import: './index.mjs', require: './index.mjs' };
  const about = { name: '@huggingface/transformers', exports: { '.': entry } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
  writeFileSync(join(folder, 'index.mjs'), STAND_IN);
}

describe('a folder with an encoder', () => {
  it('is run by the package that is installed, with nothing fetched', async () => {
    await inFolder(async (project) => {
      installStandIn(project);
      const folder = join(project, 'tiny');
      writeTinyEncoder(folder, TEXTS);
      const { vectors, told } = modelIn(folder, project);
      const found = await vectors(TEXTS);
      expect(found.map(([first = 0, second = 1]) => Math.round(first / second))).toEqual(
        TEXTS.map((text) => text.length),
      );
      expect(told).toEqual([{ texts: 4, model: './tiny' }]);
      const asked = JSON.parse(readFileSync(join(folder, 'asked.json'), 'utf8'));
      expect(asked).toMatchObject({
        task: 'feature-extraction',
        options: { dtype: 'fp32', subfolder: 'onnx', local_files_only: true },
        how: { pooling: 'mean', normalize: true },
        env: { allowRemoteModels: false },
      });
    });
  });

  it('takes the file there is, and the first token where the model says so', async () => {
    await inFolder(async (project) => {
      installStandIn(project);
      const folder = join(project, 'tiny');
      writeTinyEncoder(folder, TEXTS);
      rmSync(join(folder, 'onnx'), { recursive: true });
      writeFileSync(join(folder, 'model_quantized.onnx'), '');
      mkdirSync(join(folder, '1_Pooling'));
      writeFileSync(join(folder, '1_Pooling/config.json'), '{"pooling_mode_cls_token": true}');
      await modelIn(folder, project).vectors(TEXTS);
      const asked = JSON.parse(readFileSync(join(folder, 'asked.json'), 'utf8'));
      expect(asked).toMatchObject({
        options: { dtype: 'q8', subfolder: '' },
        how: { pooling: 'cls' },
      });
    });
  });

  it('goes by its content, wherever it lies', async () => {
    await inFolder(async (project) => {
      const [one, other] = ['one', 'other'].map((name) => join(project, name)) as [string, string];
      writeTinyEncoder(one, TEXTS);
      writeTinyEncoder(other, TEXTS);
      const identity = (folder: string): string => modelIn(folder, project).identity();
      expect(identity(other)).toBe(identity(one));
      writeTinyEncoder(other, [...TEXTS, '新']);
      expect(identity(other)).not.toBe(identity(one));
      // The weights' hash is remembered; a tokenizer that changes alone is noticed all the same.
      const kept = new Map<string, string>();
      const remembered = (): string =>
        modelIn(one, project, (key, make) => {
          const value = kept.get(key) ?? make();
          kept.set(key, value);
          return value;
        }).identity();
      const before = remembered();
      writeFileSync(join(one, 'tokenizer.json'), '{}');
      expect([remembered() === before, kept.size]).toEqual([false, 1]);
    });
  });

  it('that cannot be run is said to be', async () => {
    await inFolder(async (project) => {
      installStandIn(project);
      const broken = join(project, 'broken');
      writeTinyEncoder(broken, TEXTS);
      await expect(modelIn(broken, project).vectors(TEXTS)).rejects.toMatchObject({
        code: 'semantics/bad-model',
        message: 'The model in "./tiny" cannot be run: no such operator',
      });
      await expect(modelIn(join(project, 'none'), project).vectors(TEXTS)).rejects.toMatchObject({
        code: 'semantics/no-model',
      });
    });
  });

  it.each([
    ['what npm installs for all', (at: string) => globally(at, 'npm_config_prefix', 'g'), 'g/lib'],
    ['NODE_PATH', (at: string) => globally(at, 'NODE_PATH', 'p/node_modules'), 'p'],
  ])('finds a package in %s', async (_name, places, where) => {
    await inFolder(async (at) => {
      const name = 'only-in-this-test';
      expect(findPackage(name, places(at))).toBeUndefined();
      const folder = join(at, where, 'node_modules', name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'index.js'), '');
      expect(findPackage(name, places(at))).toBe(realpathSync(join(folder, 'index.js')));
    });
  });

  it('comes with no code of its own', async () => {
    await inFolder(async (project) => {
      installStandIn(project);
      const folder = join(project, 'tiny');
      writeTinyEncoder(folder, TEXTS);
      writeFileSync(join(project, 'duibiao.config.yaml'), 'semantics: { model: ./tiny }\n');
      await cli(['align', 'hubei', 'wuhan'], { cwd: project, env: {} });
      expect(existsSync(join(folder, 'asked.json'))).toBe(false);
    });
  });

  it.skipIf(INSTALLED)('without the package says what to install', async () => {
    await inFolder(async (project) => {
      writeTinyEncoder(join(project, 'tiny'), TEXTS);
      writeFileSync(join(project, 'duibiao.config.yaml'), 'semantics: { model: ./tiny }\n');
      const { code, err } = await cli(['align', 'hubei', 'wuhan'], { cwd: project });
      expect(code).toBe(2);
      expect(err).toContain('needs the package @huggingface/transformers');
      expect(err).toContain('npm install -g @huggingface/transformers@4');
      const doctor = await cli(['doctor'], { cwd: project });
      expect(doctor.out).toMatch(/! your own model +folder \.\/tiny \(Running the model/);
    });
  });
});

describe.skipIf(!INSTALLED)('the package itself runs an ONNX file', () => {
  it('to the mean of the tokens of each text, whatever stands beside it', async () => {
    await inFolder(async (project) => {
      const tiny = writeTinyEncoder(join(project, 'tiny'), TEXTS);
      const { vectors } = modelIn(tiny.folder, PROJECT);
      for (const texts of [TEXTS, TEXTS.slice(0, 1)]) {
        const found = await vectors(texts);
        for (const [i, text] of texts.entries()) {
          const expected = tiny.mean(text);
          expect(found[i]).toHaveLength(expected.length);
          for (const [k, number] of expected.entries()) expect(found[i]![k]).toBeCloseTo(number, 5);
        }
      }
    });
  });

  it('to the first token where the model says so', async () => {
    await inFolder(async (project) => {
      const tiny = writeTinyEncoder(join(project, 'tiny'), TEXTS);
      mkdirSync(join(tiny.folder, '1_Pooling'));
      writeFileSync(join(tiny.folder, '1_Pooling/config.json'), '{"pooling_mode_cls_token": true}');
      const [vector] = await modelIn(tiny.folder, PROJECT).vectors(['住']);
      for (const [k, number] of tiny.first().entries()) expect(vector![k]).toBeCloseTo(number, 5);
    });
  });

  it('that is no ONNX, to a message', async () => {
    await inFolder(async (project) => {
      const tiny = writeTinyEncoder(join(project, 'tiny'), TEXTS);
      writeFileSync(join(tiny.folder, 'onnx/model.onnx'), 'nonsense');
      await expect(modelIn(tiny.folder, PROJECT).vectors(TEXTS)).rejects.toMatchObject({
        code: 'semantics/bad-model',
      });
    });
  });
});
