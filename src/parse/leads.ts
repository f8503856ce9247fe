/**
 * Lead-ins of communiqués: 会议指出, 全会强调, 习近平强调 … A paragraph that opens with one stays a
 * paragraph; the lead is recognised.
 */
const LEAD =
  /^(?:(?:会议|全会|大会|论坛|座谈会|讲话|报告|公报|通知|通报|文件|《[^》]{1,30}》|[\u4e00-\u9fff]{2,4})(?:还|并|同时|最后)?(?:指出|强调|认为|要求|提出|确定|决定|号召|部署|审议|听取|研究|明确|表示|充分肯定|高度评价|全面总结|深入分析|一致认为|说))/;

const SUBJECT = /^(?:会议|全会|大会|论坛|座谈会|讲话|报告|公报|通知|通报|文件|《)/;

/** The lead-in of a paragraph, or `undefined`. A bare verb is no lead: a subject it takes. */
export function leadOf(text: string): string | undefined {
  const match = LEAD.exec(text);
  if (match === null) return undefined;
  return SUBJECT.test(match[0]) || /^[\u4e00-\u9fff]{2,4}(?:指出|强调|表示|说)/.test(match[0])
    ? match[0]
    : undefined;
}
