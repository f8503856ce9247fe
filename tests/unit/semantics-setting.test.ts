import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfigFile } from '../../src/corpus/index.js';
import { readSemantics } from '../../src/semantics/index.js';
import { describeError, UserError } from '../../src/text/index.js';

const read = (text: string) => readSemantics(text, 'duibiao.config.yaml', '/home/me');

function faultOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UserError) {
      const { message, hint } = describeError(error, 'en');
      return `${message} ${hint}`;
    }
    throw error;
  }
  return 'no fault';
}

describe('semantics in duibiao.config.yaml', () => {
  it.each([
    ['', undefined],
    ['check:\n  rules: {}\n', undefined],
    [
      'semantics: { model: ./bge }',
      { type: 'folder', folder: resolve('/home/me/bge'), shown: './bge' },
    ],
    [
      'semantics: { server: http://127.0.0.1:8080/v1/, model: bge }',
      { type: 'server', url: 'http://127.0.0.1:8080/v1', host: '127.0.0.1:8080', model: 'bge' },
    ],
    [
      'semantics:\n  server: https://models.example/v1\n  model: bge\n  key: $MY_KEY\n',
      {
        type: 'server',
        url: 'https://models.example/v1',
        host: 'models.example',
        model: 'bge',
        keyName: 'MY_KEY',
      },
    ],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['semantics:', '"semantics" is not a mapping'],
    ['semantics: 7', ':1:12: "semantics" is not a mapping'],
    ['semantics: {}', ':1:12: "model" is missing'],
    ['semantics: { server: http://a/v1 }', '"model" is missing'],
    ['check: {}\nsemantics:\n  model: x\n  sever: http://a/v1\n', ':4:3: unknown key "sever"'],
    [
      'semantic: { model: x }',
      ':1:1: unknown key "semantic" in the file Known here: check, semantics',
    ],
    ['semantics: { model: 7 }', 'model is not a text'],
    ['semantics: { model: "a\\u001b[2K" }', 'model holds control characters'],
    ['semantics: { server: localhost, model: x }', 'server is not an address'],
    ['semantics: { server: "ftp://a/v1", model: x }', 'server is not an address'],
    ['semantics: { server: "http://me:pw@a/v1", model: x }', 'more than an address'],
    ['semantics: { server: "http://a/v1?key=1", model: x }', 'more than an address'],
    ['semantics: { model: ./x, key: $K }', 'a key belongs to a server'],
    ['semantics: { server: http://a/v1, model: x, key: sk-12 }', 'key is not the name of an'],
  ])('refuses %j', (text, expected) => {
    expect(faultOf(text)).toContain(expected);
  });

  it('does not repeat what may be a key', () => {
    expect(faultOf('semantics: { server: http://a/v1, model: x, key: sk-12 }')).not.toContain(
      'sk-12',
    );
    expect(faultOf('semantics: { server: "http://me:pw@a/v1", model: x }')).not.toContain('pw');
  });

  it('stands beside the settings of check', () => {
    const config = readConfigFile('check: { max-warnings: 3 }\nsemantics: { model: x }', 'f', []);
    expect(config.maxWarnings).toBe(3);
  });
});
