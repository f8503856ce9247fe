import { catalogue } from '../catalogue.js';

/** What the command line says of a user's own model. */
export const MODEL_TEXTS = catalogue({
  'option.offline': {
    en: 'do not ask your own model (semantics in duibiao.config.yaml): kept vectors alone',
    zh: '不向自己的模型（duibiao.config.yaml 的 semantics）发请求，只用已存的向量',
  },
  'env.allowSemantics': {
    en: 'servers, separated by commas, that texts may be sent to where a configuration names one as a model (semantics); this machine needs no leave',
    zh: '配置文件以 semantics 指定模型服务器时，允许向其发送文本的服务器，以逗号分隔；本机无须允许',
  },
  'progress.ask': {
    en: 'asking {model} about {count} {count|text|texts}',
    zh: '{model} 正在计算 {count} 条文本',
  },
  'model.sends': {
    en: 'texts going to {host}: {texts} (model {model})',
    zh: '发往 {host} 的文本：{texts} 条（模型 {model}）',
  },
  'doctor.model': { en: 'your own model', zh: '自己的模型' },
  'doctor.modelServer': { en: '{model} at {host}', zh: '{model}，服务器 {host}' },
  'doctor.modelFolder': { en: 'folder {folder}', zh: '文件夹 {folder}' },
  'doctor.modelAnswers': { en: 'answers, {size} dimensions', zh: '有应答，{size} 维' },
  'doctor.modelUnasked': { en: 'not asked (--offline)', zh: '未询问（--offline）' },
  'doctor.modelKept': { en: '{count} {count|vector|vectors} kept', zh: '已存 {count} 个向量' },
});
