const LEVEL = /^(?:国家|世界|自治区|[省市县区])级/u;

/** 10个国家级、100个省级示范园: of what, is said of the last. */
export function levelled(text: string, end: number, noun: string | undefined): string | undefined {
  if (noun === undefined || LEVEL.exec(noun)?.[0] !== noun) return noun;
  const next =
    /^[^，。；、]{2,4}[、和][0-9]+[个家项]?(?:国家|世界|自治区|[省市县区])级([^，。；、0-9]{2,20})/u.exec(
      text.slice(end, end + 40),
    )?.[1];
  return next === undefined ? noun : `${noun}${next}`;
}

/** 全市建成自然保护区, 国家级自然保护区: what stands before the thing. */
const OWNED =
  /^(?:[\u4e00-\u9fff]{0,6}(?:建成|建有|共有|现有|拥有|设立|建立))?(?:(?:国家|世界|自治区|[省市县区])级)?/u;

/** 自然保护区20个，其中国家级3个、省级1个: of what level, of the thing that was counted. */
export function withKind(
  phrase: string | undefined,
  inherited: string | undefined,
): string | undefined {
  const bare = phrase !== undefined && LEVEL.exec(phrase)?.[0] === phrase;
  // 全市国家级3个、省级5个: neither says of what.
  const thing = inherited?.replace(OWNED, '') ?? '';
  return bare && !/级$/u.test(thing) ? `${phrase}${thing}` : phrase;
}
