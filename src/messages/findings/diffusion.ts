import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What the summary of a matrix says, on a screen and on its page. */
export const DIFFUSION_WORDS = inLanguages(
  catalogue({
    title: { en: 'Who takes what from whom', zh: '扩散：谁承接谁' },
    scope: {
      en: '{papers} {papers|paper|papers}, {pairs} {pairs|pair|pairs}; {backward} more left out, whose lower paper is the older one',
      zh: '{papers} 份文件，{pairs} 对；另有 {backward} 对因下位文件更早而未计',
    },
    unknown: { en: 'unknown', zh: '未知' },
    levels: {
      title: { en: 'From level to level', zh: '逐级传导' },
      head: [
        { en: 'from', zh: '自' },
        { en: 'to', zh: '至' },
        { en: 'pairs', zh: '对数' },
        { en: 'carried', zh: '承接率' },
        { en: '=', zh: '=' },
        { en: '~', zh: '~' },
        { en: '≈', zh: '≈' },
        { en: 'median days', zh: '天数中位' },
      ],
      note: {
        en: 'Width: upper clauses carried below, all pairs together; = verbatim ~ adapted ≈ paraphrased sentence links.',
        zh: '宽度为各对合计的被承接上位分句数；句子对应：= 照搬 ~ 改写 ≈ 转述。',
      },
    },
    regions: {
      title: { en: 'What each region takes up, by theme', zh: '各地各主题的承接' },
      note: {
        en: 'Share of the upper clauses on a theme that are carried, of each upper paper in the one paper of the region that carries most; a number is in points, empty where no upper paper is about it.',
        zh: '各上位文件某主题的分句，取该地区承接最多的一份文件计，被承接的比例（百分点）；空格表示上位文件未涉及。',
      },
      cell: {
        en: '{region} · {theme}: {carried} of {clauses} clauses ({share})',
        zh: '{region} · {theme}：{clauses} 个分句中承接 {carried} 个（{share}）',
      },
      papers: { en: '{count} {count|paper|papers}', zh: '{count} 份' },
    },
    time: {
      title: { en: 'When', zh: '时间线' },
      note: {
        en: 'Each dot is a paper at its date; the larger, the greater the share of its clauses that comes from one paper above. {undated} {undated|paper|papers} without a full date {undated|is|are} left out.',
        zh: '每点为一份文件；越大，其分句来自某一上位文件的比例越高。{undated} 份文件无完整日期，未画出。',
      },
    },
    years: {
      title: { en: 'By theme and year', zh: '按主题与年份' },
      note: {
        en: 'Share of upper clauses on a theme carried by the lower papers of a year, all pairs together.',
        zh: '某年下位文件对某主题上位分句的承接率（各对合计）。',
      },
      theme: { en: 'theme', zh: '主题' },
    },
    givers: {
      title: { en: 'Whose wording goes furthest', zh: '被承接最多的文件' },
      head: [
        { en: 'paper', zh: '文件' },
        { en: 'level', zh: '层级' },
        { en: 'date', zh: '日期' },
        { en: 'takers', zh: '承接文件' },
        { en: 'clauses', zh: '分句' },
        { en: 'median days', zh: '天数中位' },
      ],
      note: {
        en: 'Takers: papers a tenth or more of whose clauses come from this one, out of those compared.',
        zh: '承接文件：有一成以上分句来自该文件的下位文件 / 参与比较的下位文件。',
      },
    },
    takers: {
      title: { en: 'Who takes most from whom', zh: '谁从谁处承接最多' },
      head: [
        { en: 'paper', zh: '文件' },
        { en: 'region', zh: '地区' },
        { en: 'date', zh: '日期' },
        { en: 'takes from', zh: '承接自' },
      ],
      from: { en: '{share} {title}[ ({lag} days later)]', zh: '{share} {title}[（{lag} 天后）]' },
    },
    spreads: {
      title: { en: 'What spread', zh: '传开的表述' },
      note: {
        en: 'Clauses found in the most regions in nearly the same words (half of their character pairs or more), with their first appearance among these papers and the way they went.',
        zh: '以基本相同的措辞（一半以上的字对相同）出现在最多地区的分句，附其在这些文件中的首次出现和路径。',
      },
      papers: {
        en: '{papers} papers, {regions} {regions|region|regions}',
        zh: '{papers} 份文件，{regions} 个地区',
      },
      first: { en: 'first: {date} {title}', zh: '首见：{date} {title}' },
      step: {
        en: '{date} {title} ← {from} ({likeness})',
        zh: '{date} {title} ← {from}（{likeness}）',
      },
      more: { en: '… and {count} more', zh: '……另有 {count} 份' },
    },
    more: {
      en: '… {count} more in --format json or html',
      zh: '……另有 {count} 项，见 --format json 或 html',
    },
  }),
);
