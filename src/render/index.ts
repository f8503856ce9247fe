/** Values of `model` → text. No renderer derives facts. */
export * from './json/index.js';
export * from './terminal/index.js';
