import type { ErrorSpec } from './errors-type.js';

/** What goes wrong with a user's own model. */
export const SEMANTICS_ERRORS = {
  'semantics/bad-model': {
    en: {
      message: 'The model in "{path}" cannot be run: {problem}',
      hint: 'The folder needs config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx of a sentence encoder.',
    },
    zh: {
      message: '“{path}”中的模型无法运行：{problem}',
      hint: '该文件夹应含句向量模型的 config.json、tokenizer.json、tokenizer_config.json 和 onnx/model.onnx。',
    },
  },
  'semantics/no-answer': {
    en: {
      message: 'The model server {host} does not answer ({problem}).',
      hint: 'Start it, put the address under "semantics" in duibiao.config.yaml right, or work from kept vectors with --offline.',
    },
    zh: {
      message: '模型服务器 {host} 没有应答（{problem}）。',
      hint: '请启动服务器、更正 duibiao.config.yaml 中 semantics 的地址，或用 --offline 只用已存的向量。',
    },
  },
  'semantics/no-key': {
    en: {
      message: 'The environment has no {name}, the key of the model server {host}.',
      hint: 'Set {name}, or take "key" out of "semantics" in duibiao.config.yaml.',
    },
    zh: {
      message: '环境变量 {name} 未设置：它是模型服务器 {host} 的密钥。',
      hint: '请设置 {name}，或删去 duibiao.config.yaml 中 semantics 的 key。',
    },
  },
  'semantics/no-model': {
    en: {
      message: 'There is no ONNX model in "{path}".',
      hint: 'Name a folder that holds config.json and onnx/model.onnx under "semantics" in duibiao.config.yaml.',
    },
    zh: {
      message: '“{path}”中没有 ONNX 模型。',
      hint: '请在 duibiao.config.yaml 的 semantics 中指向含 config.json 和 onnx/model.onnx 的文件夹。',
    },
  },
  'semantics/no-package': {
    en: {
      message: 'Running the model in "{path}" needs the package @huggingface/transformers.',
      hint: 'Install it where duibiao is installed: npm install -g @huggingface/transformers@4, or without -g where duibiao is a package of your project.',
    },
    zh: {
      message: '运行“{path}”中的模型需要 @huggingface/transformers。',
      hint: '请装在 duibiao 所在之处：“npm install -g @huggingface/transformers@4”；若 duibiao 是项目的依赖，则不带“-g”。',
    },
  },
  'semantics/not-allowed': {
    en: {
      message: 'The configuration asks for texts to be sent to {host}, which you have not allowed.',
      hint: 'Nothing was sent. If you know that server, set {variable}={host} in your environment; a model on this machine (127.0.0.1, localhost) needs no leave.',
    },
    zh: {
      message: '配置文件要求把文本发往 {host}，但您尚未允许。',
      hint: '未发送任何内容。若信任该服务器，请设置环境变量 {variable}={host}；本机（127.0.0.1、localhost）的模型无须允许。',
    },
  },
  'semantics/not-json': {
    en: {
      message: 'The model server {host} answered with something that is not JSON.',
      hint: 'The address should end where /embeddings follows, as in http://127.0.0.1:8080/v1.',
    },
    zh: {
      message: '模型服务器 {host} 的应答不是 JSON。',
      hint: '地址后面会接 /embeddings，例如 http://127.0.0.1:8080/v1。',
    },
  },
  'semantics/not-vectors': {
    en: {
      message: '{who} gave no list of numbers for a text.',
      hint: 'It must be a model for embeddings: one vector of finite numbers for each text.',
    },
    zh: {
      message: '{who} 未给出文本的向量。',
      hint: '须为向量（embedding）模型：每条文本一个由有限数值组成的向量。',
    },
  },
  'semantics/offline': {
    en: {
      message: '--offline: the cache lacks the vectors of {missing} of {total} texts.',
      hint: 'Run once without --offline (and without --no-cache) to ask {who} for them.',
    },
    zh: {
      message: '--offline：{total} 条文本中有 {missing} 条的向量不在缓存中。',
      hint: '请先不带 --offline（也不带 --no-cache）运行一次，由 {who} 计算。',
    },
  },
  'semantics/refused': {
    en: {
      message: 'The model server {host} refused: HTTP {status}[ {said}].',
      hint: '401 and 403: the key; 404: the address or the name of the model; 429 and 5xx: the server has too much to do, try later.',
    },
    zh: {
      message: '模型服务器 {host} 拒绝了请求：HTTP {status}[ {said}]。',
      hint: '401、403：检查密钥；404：检查地址和模型名称；429、5xx：服务器繁忙，请稍后再试。',
    },
  },
  'semantics/wrong-count': {
    en: {
      message: '{who} was given {asked} texts and gave {given} vectors.',
      hint: 'It must answer every text, in order or numbered by "index".',
    },
    zh: {
      message: '{who} 收到 {asked} 条文本，却给出 {given} 个向量。',
      hint: '须为每条文本给出一个向量，按顺序排列或以 index 编号。',
    },
  },
  'semantics/wrong-size': {
    en: {
      message: '{who} gave a vector of {given} numbers where {wanted} were given before.',
      hint: 'Another model answers under this name: name it anew in duibiao.config.yaml, or remove {folder}.',
    },
    zh: {
      message: '{who} 给出的向量有 {given} 个数值，此前为 {wanted} 个。',
      hint: '同一名称下换了模型：请在 duibiao.config.yaml 中改用新名称，或删除 {folder}。',
    },
  },
} as const satisfies Record<string, ErrorSpec>;
