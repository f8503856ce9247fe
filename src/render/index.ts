/** Values of `model` → text. No renderer derives facts. */
export * from './github/index.js';
export * from './json/index.js';
export * from './junit/index.js';
export * from './sarif/index.js';
export * from './terminal/index.js';
