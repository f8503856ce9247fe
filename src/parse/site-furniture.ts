import { itemAt } from '../text/index.js';
import type { Line } from './lines.js';

/** A whole line that a web page puts before or after an article: buttons, the editor, links to others, the site's own name. */
const BUTTON =
  /^[【[（(]?(?:打印(?:本页|文章)?|关闭(?:窗口|本页|页面)?|打印关闭|返回(?:顶部|首页|列表)|分享到?|扫一扫.{0,20}|收藏(?:本页)?|字体[:：]?大?中?小?)[】\])）]?$|^[（(【[]?(?:责任编辑|编辑|上一篇|下一篇|相关(?:链接|阅读|文章|附件下载)|浏览次数|点击数|阅读次数|当前位置|您的位置|分享到|版权所有|主办单位|承办单位|技术支持|网站标识码)[:：][^。；]{0,40}$|^[\u4e00-\u9fff·]{2,20}(?:门户网站|官方网站|政务网|信息公开网)$|ICP备\d|公网安备|^(?:Copyright|©|All Rights Reserved)/iu;
const BUTTON_LENGTH = 80;

/** Where a notice of rights begins. */
const NOTICE =
  /^(?:本(?:作品|页面|网页|站点|网站|文章)|(?:免责|版权|转载)(?:声明|说明)|版权所有|Copyright|©)/iu;
/** What such a notice speaks of. */
const RIGHTS = /著作权|版权|公有领域|转载|public domain|all rights reserved/iu;
/** A notice is no chapter: characters to the end of the text. */
const NOTICE_LENGTH = 1500;

/**
 * Lines that a web site put around a text: buttons and navigation, which are short and stand by themselves, and the notice
 * of rights after its end, whole, however it was cut into lines. Running text that speaks of rights is none: it has an end
 * of its own, a section's marker, or more after it. Cost: linear.
 */
export function siteFurniture(lines: readonly Line[]): number[] {
  const notice = noticeStart(lines);
  return lines.flatMap(({ text, marker, role }, index) => {
    if (index >= notice) return [index];
    const isButton =
      marker === undefined &&
      role === undefined &&
      text.length <= BUTTON_LENGTH &&
      BUTTON.test(text.replaceAll(/\s/gu, ''));
    return isButton ? [index] : [];
  });
}

/** The first line of the notice that the text ends with, or the number of lines. */
function noticeStart(lines: readonly Line[]): number {
  let [length, start, hasRights] = [0, lines.length, false];
  for (let i = lines.length - 1; i > 0; i -= 1) {
    const { text, marker } = itemAt(lines, i);
    length += text.length;
    if (marker !== undefined || length > NOTICE_LENGTH) break;
    hasRights ||= RIGHTS.test(text);
    if (hasRights && NOTICE.test(text) && itemAt(lines, i - 1).ended) start = i;
  }
  return start;
}
