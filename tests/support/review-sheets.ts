import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cli, inFolder } from './cli.js';

/** Two papers of their own, on which every test of review goes. */
export const UP = `水利工作方案

一、河道整治

全面加固沿江河堤，三年内完成险段除险。
每年汛前完成河道清淤，疏通排水沟渠。
严禁在行洪河道内搭建房屋。

二、渔业发展

支持建设标准化鱼塘。
鼓励渔民加入合作社。
`;
export const DOWN = `水利实施方案

一、河道整治

沿江河堤一律加固到位，险段两年内完成除险。
入汛以前疏浚河道，排水沟渠保持畅通。
行洪河道内不得搭建房屋。
拆除沿河违章码头。

二、茶馆

鼓励老街开设茶馆。
`;

/** A folder with `up.txt` and `down.txt`. */
export function withPapers<Value>(use: (cwd: string) => Promise<Value>): Promise<Value> {
  return inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'up.txt'), UP);
    writeFileSync(join(cwd, 'down.txt'), DOWN);
    return use(cwd);
  });
}

/** Every question, in Chinese. */
export async function exported(cwd: string, file: string): Promise<string> {
  const args = ['review', 'export', 'up.txt', 'down.txt', '-o', file, '--all', '--lang', 'zh'];
  const { code, err } = await cli(args, { cwd });
  if (code !== 0) throw new Error(err);
  return join(cwd, file);
}

/** Changes the XML of one part of an Office file. */
export function edit(path: string, part: string, change: (xml: string) => string): void {
  const parts = unzipSync(readFileSync(path));
  const xml = parts[part];
  if (xml === undefined) throw new Error(`no ${part}`);
  parts[part] = strToU8(change(strFromU8(xml)));
  writeFileSync(path, zipSync(parts));
}

export const SHEET = 'xl/worksheets/sheet1.xml';

/** Fills empty cells of the exported workbook: `{ I2: '确认' }`. */
export function fillCells(path: string, cells: Readonly<Record<string, string>>): void {
  edit(path, SHEET, (xml) =>
    Object.entries(cells).reduce(
      (text, [place, value]) =>
        text.replace(
          new RegExp(`<c r="${place}" s="(\\d)"/>`),
          `<c r="${place}" s="$1" t="inlineStr"><is><t>${value}</t></is></c>`,
        ),
      xml,
    ),
  );
}
