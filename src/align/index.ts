/** Units → themes, section links, sentence links. */
export * from './themes/index.js';
