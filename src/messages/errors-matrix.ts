import type { ErrorSpec } from './errors-type.js';

/** What goes wrong when many papers are compared. */
export const MATRIX_ERRORS = {
  'levels/no-pairs': {
    en: {
      message: 'Nothing to compare: no paper of the levels asked for stands above another.',
      hint: 'There are by level: {found}. Name a higher level with --from, a lower one with --to; what level a paper is of, its head or --level says.',
    },
    zh: {
      message: '没有可比较的文件对：所选层级中没有一份文件是另一份的上位文件。',
      hint: '各层级文件数：{found}。请用 --from 写较高的层级，用 --to 写较低的层级；文件的层级见其文件头，或用 --level 指定。',
    },
  },
  'matrix/bad-pair': {
    en: {
      message: '{place}: "{name}" stands for {count} papers of the collection, not for one.',
      hint: 'Name a paper by its id or by its path from the corpus folder ("duibiao corpus list --format csv" lists both).',
    },
    zh: {
      message: '{place}：“{name}”在文集中对应 {count} 份文件，应恰为一份。',
      hint: '请用文件 id 或相对语料库文件夹的路径（“duibiao corpus list --format csv”可列出）。',
    },
  },
  'matrix/bad-pairs': {
    en: {
      message: '{place}: this line does not name two papers.',
      hint: 'Write the upper and the lower paper, separated by a comma or a tab, or NDJSON with "upstream" and "downstream".',
    },
    zh: {
      message: '{place}：此行没有写出两份文件。',
      hint: '请写上位、下位两份文件，用逗号或制表符分隔，或用含 upstream 与 downstream 的 NDJSON。',
    },
  },
  'matrix/empty-folder': {
    en: {
      message: '{path} holds no file in a format that is read.',
      hint: 'Name a folder of texts (txt, docx, pdf, html …) or a corpus with --corpus.',
    },
    zh: {
      message: '{path} 中没有可读取格式的文件。',
      hint: '请用 --corpus 指定存有文本（txt、docx、pdf、html 等）的文件夹或语料库。',
    },
  },
  'matrix/no-folder': {
    en: {
      message: '"{path}" cannot be read ({reason}).',
      hint: 'Check the name, and that you may read it.',
    },
    zh: { message: '无法读取“{path}”（{reason}）。', hint: '请检查名称和读取权限。' },
  },
  'matrix/no-package': {
    en: {
      message: 'The packages that speak to a queue are not installed.',
      hint: 'Install them beside duibiao: npm install bullmq@6 ioredis@5.',
    },
    zh: {
      message: '没有安装连接队列所需的程序包。',
      hint: '请在 duibiao 旁安装：“npm install bullmq@6 ioredis@5”。',
    },
  },
  'matrix/no-pairs': {
    en: {
      message: 'Nothing to compare: none of the {count} papers is paired with another.',
      hint: 'Say which with --from and --to (levels, ids, paths, folders), --all or --pairs FILE.',
    },
    zh: {
      message: '没有可比较的文件对：{count} 份文件中没有一对符合条件。',
      hint: '请用 --from 与 --to（层级、id、路径、文件夹）、--all 或 --pairs 文件指定。',
    },
  },
  'matrix/no-paper': {
    en: {
      message: '"{name}" stands for no paper of the collection.',
      hint: '[Did you mean {nearest}? ]Name a level (national, province, city, county), an id, a path, a folder or an alias.',
    },
    zh: {
      message: '文集中没有“{name}”所指的文件。',
      hint: '[是否指 {nearest}？]可写层级（national、province、city、county）、id、路径、文件夹或别名。',
    },
  },
  'matrix/no-queue': {
    en: {
      message: 'No Redis or Valkey server answers at {url}.',
      hint: 'Start one (redis-server), check address and password, and that this machine may reach it.',
    },
    zh: {
      message: '{url} 处没有 Redis 或 Valkey 服务器应答。',
      hint: '请启动服务器（redis-server），检查地址和密码，并确认本机可以访问。',
    },
  },
  'matrix/queue-refused': {
    en: {
      message: '{url} answers, but refuses: {reason}.',
      hint: 'Check user, password and memory of the server (maxmemory). What was compared is kept; run the same again.',
    },
    zh: {
      message: '{url} 有应答，但拒绝执行：{reason}。',
      hint: '请检查服务器的用户、密码和内存（maxmemory）。已比较的结果都已保留，重新运行即可继续。',
    },
  },
} as const satisfies Record<string, ErrorSpec>;
