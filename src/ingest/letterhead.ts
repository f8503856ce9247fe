/** Cells of the first table rows of a paper, in reading order. */
type Cells = readonly string[];

/** What a red head is closed with; it stands beside the names of the offices, or under them. */
const CLOSING = /^(?:文件|令|公告|通告|通知|函|纪要|会议纪要)$/;
const OFFICE =
  /^(?:中共|中国共产党)?[\u4e00-\u9fff、（）()]{2,40}(?:委员会|人民政府|办公厅|办公室|国务院|委|厅|局|部|院|行|办|会|署|社|中心|集团|公司|法院|检察院|总队|支队)$/;

/** A red head has few rows; six offices is many. */
export const LETTERHEAD_ROWS = 8;

/**
 * The letterhead of a paper whose red head is set as a table: offices under each other, 文件 beside them.
 *
 * Out: its lines, 某省教育厅, 某省财政厅, 文件, or `undefined` where the rows are anything else. A cell that holds
 * several offices parts them by blanks. Cost: linear in the cells.
 */
export function letterheadOf(rows: readonly Cells[]): readonly string[] | undefined {
  const pieces = rows
    .flat()
    .flatMap((cell) =>
      cell.trim().split(/[\s\u3000]{2,}|[\n\t]|(?<=[\u4e00-\u9fff]{3}) (?=[\u4e00-\u9fff]{3})/),
    );
  const words = pieces
    .map((piece) => piece.replaceAll(/[\s\u3000]+/g, ''))
    .filter((piece) => piece !== '');
  const closing = words.filter((word) => CLOSING.test(word));
  const offices = words.filter((word) => !CLOSING.test(word));
  const last = closing[0];
  if (last === undefined || closing.length > 1 || offices.length === 0) return undefined;
  return offices.every((office) => OFFICE.test(office)) ? [...offices, last] : undefined;
}
