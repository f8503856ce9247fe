/** Lines of JSON that tell damage: of a disk, of a copy, of an editor. */
import { crc32 } from 'node:zlib';

const HEAD = /^\{"check":"([0-9a-f]{8})",$/;
/** `{"check":"01234567",` */
const HEAD_LENGTH = 20;

/** *In* an object with something in it. *Out* its JSON with a check in front, and a line feed. */
export function checkedLine(value: object): Buffer {
  const body = Buffer.from(`${JSON.stringify(value).slice(1)}\n`);
  return Buffer.concat([Buffer.from(`{"check":"${checkOf(body.subarray(0, -1))}",`), body]);
}

/** *In* a line without its line feed. *Out* false for one that is not as it was written. */
export function isWhole(line: Buffer): boolean {
  const [, check] = HEAD.exec(line.toString('latin1', 0, HEAD_LENGTH)) ?? [];
  return check !== undefined && check === checkOf(line.subarray(HEAD_LENGTH));
}

/** The beginning of what a line says, for who need not read all of it. */
export function beginningOf(line: Buffer, length: number): string {
  return `{${line.toString('utf8', HEAD_LENGTH, Math.min(line.length, HEAD_LENGTH + length))}`;
}

function checkOf(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}
