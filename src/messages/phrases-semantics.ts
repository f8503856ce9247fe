import { catalogue } from './catalogue.js';

/** What is wrong with the setting of a user's own model, and what that model or the network says. */
export const SEMANTICS_PHRASES = catalogue({
  'part/semantics': { en: '"semantics"', zh: 'semantics' },
  'semantics/address': { en: 'server is not an address', zh: 'server 不是网址' },
  'semantics/address.advice': {
    en: 'Write server: http://127.0.0.1:8080/v1.',
    zh: '请写 server: http://127.0.0.1:8080/v1。',
  },
  'semantics/address-more': {
    en: 'server holds more than an address',
    zh: 'server 含有网址以外的内容',
  },
  'semantics/address-more.advice': {
    en: 'Write server: http://127.0.0.1:8080/v1. A key goes into the environment: key: $NAME.',
    zh: '请写 server: http://127.0.0.1:8080/v1。密钥放在环境变量中：key: $NAME。',
  },
  'semantics/control': { en: 'model holds control characters', zh: 'model 含有控制字符' },
  'semantics/control.advice': {
    en: 'Write the name as it is shown.',
    zh: '请照显示的名称书写。',
  },
  'semantics/key-name': {
    en: 'key is not the name of an environment variable',
    zh: 'key 不是环境变量的名称',
  },
  'semantics/key-name.advice': {
    en: 'Write key: $OPENAI_API_KEY and set that variable; a key never stands in this file.',
    zh: '请写 key: $OPENAI_API_KEY 并设置该变量；此文件中不写密钥本身。',
  },
  'semantics/key-alone': { en: 'a key belongs to a server', zh: 'key 只用于 server' },
  'semantics/key-alone.advice': {
    en: 'Add server: http://…/v1, or take the key out.',
    zh: '请加上 server: http://…/v1，或删去 key。',
  },
  'semantics/slow': { en: 'nothing within {seconds} s', zh: '{seconds} 秒内没有应答' },
  'semantics/network': { en: '{text}', zh: '网络错误：{text}' },
  'semantics/runtime': { en: '{text}', zh: '运行程序报错“{text}”' },
});
