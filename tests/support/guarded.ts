/** A small corpus of two levels that the gate's tests edit. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const UP = 'corpus/hubei/plan.txt';
export const DOWN = 'corpus/wuhan/plan.txt';
export const THEME = 'corpus/themes/housing.yaml';

const head = (fields: string): string => `---\n${fields}\n---\n`;

/** Sentences both sides share word for word: the links do not depend on the engine's parameters. */
export const SHARED = {
  innovation: '建设综合性国家科学中心和区域性创新高地，布局建设一批重大科技基础设施。',
  talent: '实施青年科技人才培养专项，赋予科研人员更大技术路线决定权和经费使用权。',
  housing: '扩大保障性租赁住房供给，着力解决困难群体和新市民住房问题。',
  estates: '到2025年完成2000年底前建成的老旧小区改造任务，支持加装电梯。',
  farm: '坚持最严格的耕地保护制度，严守耕地红线，建设高标准农田。',
  village: '深入推进农村人居环境整治，因地制宜推进改厕和生活污水治理。',
  ecology: '全面落实河湖长制，持续推进长江十年禁渔，加强湿地保护修复。',
};

export const FILES: Readonly<Record<string, string>> = {
  '.gitignore': '.duibiao-cache/\n',
  'corpus/corpus.yaml':
    'documents:\n  - hubei/plan.txt\n  - wuhan/plan.txt\naliases:\n  hubei: hubei-plan-2021\n  wuhan: wuhan-plan-2021\nthemes: { folder: themes, extend: none }\n',
  [UP]: `${head(
    "id: hubei-plan-2021\ntitle: 湖北省重点工作计划\nlevel: province\nregion: '420000'\nkind: plan\ndate: '2021-01-10'\nissuer: 湖北省人民政府",
  )}湖北省重点工作计划
一、强化创新引领
${SHARED.innovation}
${SHARED.talent}
二、改善群众住房
${SHARED.housing}
${SHARED.estates}
三、推进乡村振兴
${SHARED.farm}
${SHARED.village}
四、加强生态保护
${SHARED.ecology}
增强“四个意识”，做到“两个维护”。
`,
  [DOWN]: `${head(
    "id: wuhan-plan-2021\ntitle: 武汉市重点工作计划\nlevel: city\nregion: '420100'\nkind: plan\ndate: '2021-02-10'\nissuer: 武汉市人民政府",
  )}武汉市重点工作计划
一、建设科技强市
${SHARED.innovation}
${SHARED.talent}
二、保障居民安居
${SHARED.housing}
${SHARED.estates}
三、做优都市农业
${SHARED.farm}
${SHARED.village}
四、守护碧水蓝天
${SHARED.ecology}
提升轨道交通夜间运营能力，方便市民夜间出行。
`,
  [THEME]:
    'id: housing\nlabels: { zh: 住房, en: housing }\nterms:\n  1: [保障性租赁住房, 老旧小区]\n',
};

/** Git in a folder, with a name of its own and nothing of the machine's settings that would ask. */
export function gitIn(folder: string): (...args: string[]) => string {
  const own = ['user.name=t', 'user.email=t@example.org', 'commit.gpgsign=false'];
  return (...args) =>
    execFileSync('git', [...own.flatMap((setting) => ['-c', setting]), ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
}

/** Write a file, its folders too. */
export function writeIn(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
