/**
 * Radicals as characters: `⼀` → `一`, `⻅` → `见`.
 *
 * PDF extractors print radicals where the font shares a glyph. Only the two radical blocks are
 * mapped, not NFKC over everything, which would also change full-width punctuation.
 * Source: Unicode EquivalentUnifiedIdeograph. Fourteen radicals whose equivalent lies outside
 * the BMP (such as U+2E95) stay as they are: a mapped text keeps one code unit for one.
 */

/** U+2F00…U+2FD5, in order. */
const KANGXI =
  '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠';

/** U+2E80…U+2EF3, in order; a blank where there is no equivalent. */
const SUPPLEMENT =
  '　厂乛乚乙亻冂　刀刂卜㔾小小兀尣尢　巳幺彑　忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王　目示礻　糹纟罓罒㓁冗　羊　　耂肀聿肉　艹艹艹虎衤覀西见角　讠贝　车辶辶辶邑钅長镸长门　阝雨青韦页风飞食　飠饣　马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

/** The unified ideograph of a radical's code unit; `undefined` for anything else. */
export function unifiedIdeograph(codeUnit: number): string | undefined {
  if (codeUnit >= 0x2f00 && codeUnit <= 0x2fd5) return KANGXI[codeUnit - 0x2f00];
  if (codeUnit < 0x2e80 || codeUnit > 0x2ef3) return undefined;
  const found = SUPPLEMENT[codeUnit - 0x2e80];
  return found === '\u3000' ? undefined : found;
}
