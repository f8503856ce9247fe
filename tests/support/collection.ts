import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TASKS = [
  '建设绿色低碳产业园区',
  '推动传统制造业节能改造',
  '完善城市公共充电设施网络',
  '扩大可再生能源发电规模',
  '健全碳排放统计核算制度',
  '支持企业开展节水技术改造',
  '提升建筑领域能效水平',
  '推广装配式建筑和绿色建材',
  '发展农村沼气和生物质利用',
  '加强森林河湖湿地保护修复',
  '培育绿色金融服务机构',
  '开展全民绿色生活行动',
];
const MEANS = ['建立部门协同工作机制', '落实财政支持政策', '压实各级主体责任', '开展年度评估考核'];

/** Lower papers of these places and dates; the nation's are above them. */
const PLACES = [
  ['province', '湖北省', '2022-03-10'],
  ['province', '湖南省', '2022-04-20'],
  ['city', '湖北省武汉市', '2022-07-01'],
  ['city', '湖南省长沙市', '2022-08-15'],
  ['city', '湖北省宜昌市', '2022-09-30'],
] as const;

/** A plan of some tasks: who starts elsewhere in the list shares fewer of them. */
function planText(title: string, from: number, count: number, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const sections = Array.from({ length: count }, (_, i) => {
    const task = TASKS[(from + i) % TASKS.length] ?? '';
    const mean = MEANS[(from + i * 3) % MEANS.length] ?? '';
    const share = 20 + ((from + i) % 5);
    return `${i + 1}. ${task}。${mean}，到2025年相关比重达到${share}%，形成一批可复制的经验做法。`;
  });
  return `${title}\n\n（${year}年${month}月${day}日）\n\n一、重点任务\n${sections.join('\n')}\n`;
}

/** A folder of small plans of three levels, written for tests: two of the nation, two provinces, three cities. */
export function writeCollection(folder: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('national/一.txt', planText('国务院关于加快绿色转型的意见', 0, 10, '2021-10-24'));
  write('national/二.txt', planText('国务院关于做好节能工作的意见', 4, 8, '2021-12-01'));
  for (const [i, [level, place, date]] of PLACES.entries())
    write(`${level}/${place}.txt`, planText(`${place}绿色转型实施方案`, i, 9, date));
}
