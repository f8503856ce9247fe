import type { Level, Region } from '../model/index.js';

/** A division of GB/T 2260 as `parse` wants it. */
export interface RegionEntry extends Region {
  /** 湖北, 武汉 */
  readonly short: string;
  /** Pinyin, for ids. */
  readonly slug: string;
}

/** Finds divisions in text; made once from the shipped table. */
export interface RegionIndex {
  readonly byCode: ReadonlyMap<string, RegionEntry>;
  /** First division named in a text by its full name, or by its short name before a word of office. */
  readonly find: (text: string) => RegionEntry | undefined;
  /** Division named most often in a text, of those that are called province, city (municipalities too) or county and district. */
  readonly mostNamed: (text: string, level: Level) => RegionEntry | undefined;
}
