import { catalogue, type MessageLanguage } from './catalogue.js';

/** Why the system refused a file, by the code it gave; the code stays, to be searched for. */
const SYSTEM = catalogue({
  EACCES: { en: 'permission denied, EACCES', zh: '没有权限，EACCES' },
  EBUSY: { en: 'in use, EBUSY', zh: '正被占用，EBUSY' },
  EEXIST: { en: 'a file is in the way, EEXIST', zh: '已有同名文件，EEXIST' },
  EISDIR: { en: 'it is a folder, EISDIR', zh: '是文件夹，EISDIR' },
  ELOOP: { en: 'links lead in a circle, ELOOP', zh: '链接循环，ELOOP' },
  EMFILE: { en: 'too many open files, EMFILE', zh: '打开的文件过多，EMFILE' },
  ENAMETOOLONG: { en: 'the name is too long, ENAMETOOLONG', zh: '名称过长，ENAMETOOLONG' },
  ENOENT: { en: 'it does not exist, ENOENT', zh: '不存在，ENOENT' },
  ENOSPC: { en: 'no room on the disk, ENOSPC', zh: '磁盘空间不足，ENOSPC' },
  ENOTDIR: { en: 'part of the path is no folder, ENOTDIR', zh: '路径中有一段不是文件夹，ENOTDIR' },
  EPERM: { en: 'not permitted, EPERM', zh: '操作不被允许，EPERM' },
  EROFS: { en: 'the disk is read-only, EROFS', zh: '磁盘只读，EROFS' },
});

/** A system's code in words; one that is not in the list is quoted as it is. */
export function systemReason(code: string, language: MessageLanguage): string {
  return isKnown(code) ? SYSTEM[code][language] : code;
}

function isKnown(code: string): code is keyof typeof SYSTEM {
  return Object.hasOwn(SYSTEM, code);
}
