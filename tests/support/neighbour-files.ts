import { docx, p, tbl, tc } from './tiny-docx.js';
import { column, type Run, tinyPdf } from './tiny-pdf.js';

/** A small paper of a kind that was once misread, and what is understood of it (see `neighbours.test.ts`). */
interface NeighbourFile {
  readonly name: string;
  readonly file: string;
  readonly content: Uint8Array;
  readonly expected: readonly string[];
}

const V = '<w:vMerge/>';
const VR = '<w:vMerge w:val="restart"/>';
const G = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const body = [
  '各市教育局：',
  '为加强食堂管理，现通知如下。',
  '一、健全制度',
  '学校应当建立台账。',
  '二、强化监督',
  '每学期检查两次。',
]
  .map((text) => p(text))
  .join('');
/** Each run drawn several times, a little apart, as some programs print bold. */
const dbl = (runs: readonly Run[], times: number, apart: number): Run[] =>
  runs.flatMap((run) =>
    Array.from({ length: times }, (_, i) => ({ ...run, x: run.x + i * apart })),
  );
const P70 =
  '各级各部门要切实加强组织领导，建立健全工作机制，细化任务分工，明确责任主体，确保各项工作落到实处见到成效，';
const spaced = (text: string): string => [...text].join(' ');

export const NEIGHBOUR_FILES: readonly NeighbourFile[] = [
  {
    name: 'docx red: three offices',
    file: 'a.docx',
    content: docx(
      tbl([
        [tc('湖北省教育厅'), tc('文件', VR)],
        [tc('湖北省财政厅'), tc('', V)],
        [tc('湖北省市场监督管理局'), tc('', V)],
      ]) +
        p('鄂教发〔2022〕8号') +
        p('湖北省教育厅 湖北省财政厅 湖北省市场监督管理局关于加强校园食堂管理的通知') +
        body,
    ),
    expected: [
      '湖北省教育厅湖北省财政厅湖北省市场监督管理局关于加强校园食堂管理的通知',
      'province | notice | 2022 | 鄂教发〔2022〕8号 | 湖北省教育厅、湖北省财政厅、湖北省市场监督管理局',
      'issuer-line 湖北省教育厅 湖北省财政厅 湖北省市场监督管理局 文件',
      'document-number 鄂教发〔2022〕8号',
      'addressee 各市教育局：',
      '· 一、健全制度(·) 二、强化监督(·)',
    ],
  },
  {
    name: 'docx red: one cell',
    file: 'a.docx',
    content: docx(
      tbl([[tc(['湖北省教育厅', '湖北省财政厅']), tc('文件')]]) +
        p('鄂教发〔2022〕8号') +
        p('关于加强校园食堂管理的通知') +
        body +
        p('湖北省教育厅　　　湖北省财政厅') +
        p('2022年9月1日'),
    ),
    expected: [
      '关于加强校园食堂管理的通知',
      'province | notice | 2022-09-01 | 鄂教发〔2022〕8号 | 湖北省教育厅、湖北省财政厅',
      'issuer-line 湖北省教育厅 湖北省财政厅 文件',
      'document-number 鄂教发〔2022〕8号',
      'addressee 各市教育局：',
      'signature 湖北省教育厅湖北省财政厅',
      'date-line 2022年9月1日',
      '· 一、健全制度(·) 二、强化监督(·)',
    ],
  },
  {
    name: 'docx red: number in table',
    file: 'a.docx',
    content: docx(
      tbl([[tc('湖北省教育厅\u3000湖北省财政厅'), tc('文件')], [tc('鄂教发〔2022〕8号', G(2))]]) +
        p('关于加强校园食堂管理的通知') +
        body,
    ),
    expected: [
      '关于加强校园食堂管理的通知',
      'province | notice | 2022 | 鄂教发〔2022〕8号 | 湖北省教育厅、湖北省财政厅',
      'issuer-line 湖北省教育厅湖北省财政厅 文件',
      'document-number 鄂教发〔2022〕8号',
      'addressee 各市教育局：',
      '· 一、健全制度(·) 二、强化监督(·)',
    ],
  },
  {
    name: 'docx red: signer',
    file: 'a.docx',
    content: docx(
      tbl([[tc('湖北省教育厅文件')], [tc('鄂教发〔2022〕8号　　　　签发人：王某')]]) +
        p('湖北省教育厅关于加强校园食堂管理的请示报告') +
        body,
    ),
    expected: [
      '湖北省教育厅关于加强校园食堂管理的请示报告',
      'province | report | 2022 | 鄂教发〔2022〕8号 | 湖北省教育厅',
      'issuer-line 湖北省教育厅文件',
      'document-number 鄂教发〔2022〕8号签发人：王某',
      'addressee 各市教育局：',
      '· 一、健全制度(·) 二、强化监督(·)',
    ],
  },
  {
    name: 'docx red: 令',
    file: 'a.docx',
    content: docx(
      tbl([[tc('湖北省人民政府令')]]) +
        p('第420号') +
        p(
          '《湖北省节水办法》已经2021年3月1日省人民政府常务会议审议通过，现予公布，自2021年5月1日起施行。',
        ) +
        p('省　长　王某某') +
        p('2021年3月5日') +
        p('湖北省节水办法') +
        p('第一条　为了节水，制定本办法。') +
        p('第二条　即日施行。'),
    ),
    expected: [
      '湖北省节水办法',
      'province | law | 2021-03-05 | - | 湖北省人民政府',
      'issuer-line 湖北省人民政府令',
      'document-number 第420号',
      'signature 省长王某某',
      'date-line 2021年3月5日',
      '· 第一条 第二条',
    ],
  },
  {
    name: 'docx red: party+gov',
    file: 'a.docx',
    content: docx(
      tbl([
        [tc('中共荆州市委办公室'), tc('文件', VR)],
        [tc('荆州市人民政府办公室'), tc('', V)],
      ]) +
        p('荆办发〔2022〕3号') +
        p('中共荆州市委办公室　荆州市人民政府办公室') +
        p('印发《关于加强校园食堂管理的若干措施》的通知') +
        body,
    ),
    expected: [
      '中共荆州市委办公室荆州市人民政府办公室印发《关于加强校园食堂管理的若干措施》的通知',
      'city | notice | 2022 | 荆办发〔2022〕3号 | 中共荆州市委办公室、荆州市人民政府办公室',
      'issuer-line 中共荆州市委办公室 荆州市人民政府办公室 文件',
      'document-number 荆办发〔2022〕3号',
      'addressee 各市教育局：',
      '· 一、健全制度(·) 二、强化监督(·)',
    ],
  },
  {
    name: 'docx merged table',
    file: 'a.docx',
    content: docx(
      p('荆州市任务分工方案') +
        p('制定本方案。') +
        tbl([
          [tc('任务'), tc('措施'), tc('单位'), tc('时限')],
          [tc('一、压缩时间', VR), tc('一表申请。'), tc('市监局'), tc('2022年底', VR)],
          [tc('', V), tc('免费刻章。'), tc('公安局'), tc('', V)],
          [tc('二、降成本'), tc('零收费，供电公司负责。', G(2)), tc('长期')],
        ]) +
        p('抓好落实。'),
    ),
    expected: [
      '荆州市任务分工方案',
      'city | plan | - | - | -',
      '· = = = = ·',
      '  制定本方案。',
      '  任务\t措施\t单位\t时限',
      '  一、压缩时间\t一表申请。\t市监局\t2022年底',
      '  一、压缩时间\t免费刻章。\t公安局\t2022年底',
      '  二、降成本\t零收费，供电公司负责。\t长期',
      '  抓好落实。',
    ],
  },
  {
    name: 'docx long title 2 paragraphs',
    file: 'a.docx',
    content: docx(
      p('青禾省发展和改革委员会　青禾省教育厅　青禾省科学技术厅') +
        p('青禾省工业和信息化厅　青禾省财政厅　青禾省人力资源和社会保障厅') +
        p('关于进一步促进高校毕业生到中小企业就业若干措施的通知') +
        p('各市人民政府：') +
        p('为促进就业，现通知如下。') +
        p('一、加大补贴力度。给予补贴。'),
    ),
    expected: [
      '青禾省发展和改革委员会青禾省教育厅青禾省科学技术厅青禾省工业和信息化厅青禾省财政厅青禾省人力资源和社会保障厅关于进一步促进高校毕业生到中小企业就业若干措施的通知',
      'province | notice | - | - | 青禾省发展和改革委员会、青禾省教育厅、青禾省科学技术厅、青禾省工业和信息化厅、青禾省财政厅、青禾省人力资源和社会保障厅',
      'addressee 各市人民政府：',
      '· 一、加大补贴力度',
    ],
  },
  {
    name: 'docx decimal chapters',
    file: 'a.docx',
    content: docx(
      [
        '湖北省突发事件应急预案',
        '1　总则',
        '1.1　编制目的',
        '健全机制。',
        '1.2　适用范围',
        '全省。',
        '2　组织体系',
        '2.1　机构',
        '厅负责。',
        '3　附则',
        '施行。',
      ]
        .map((text) => p(text))
        .join(''),
    ),
    expected: [
      '湖北省突发事件应急预案',
      'province | plan | - | - | -',
      '1总则(1.1编制目的(·) 1.2适用范围(·)) 2组织体系(2.1机构(·)) 3附则(·)',
    ],
  },
  {
    name: 'docx zhiyi/qian',
    file: 'a.docx',
    content: docx(
      [
        '青禾市民事条例',
        '第一章　总则',
        '第九百九十九条　甲。',
        '第九百九十九条之一　乙。',
        '第一千条　丙。',
        '第二章　责任',
        '第一节　一般',
        '第一千零一条　丁。',
        '第二节　特别',
        '第一千零二条　戊。',
      ]
        .map((text) => p(text))
        .join(''),
    ),
    expected: [
      '青禾市民事条例',
      'city | law | - | - | -',
      '第一章总则(第九百九十九条 第九百九十九条之一 第一千条) 第二章责任(第一节一般(第一千零一条) 第二节特别(第一千零二条))',
    ],
  },
  {
    name: 'docx contents',
    file: 'a.docx',
    content: docx(
      [
        '青禾市河道条例',
        '（2023年6月30日青禾市第八届人民代表大会常务委员会第十次会议通过）',
        '目　　录',
        '序言',
        '第一章　总则',
        '第二章　附则',
        '序言',
        '青禾市依河而兴。',
        '第一章　总则',
        '第一条　制定。',
        '第二章　附则',
        '第二条　施行。',
      ]
        .map((text) => p(text))
        .join(''),
    ),
    expected: [
      '青禾市河道条例',
      'city | law | 2023-06-30 | - | -',
      'adoption-note （2023年6月30日青禾市第八届人民代表大会常务委员会第十次会议通过）',
      'contents 目录序言第一章总则第二章附则',
      '序言(·) 第一章总则(第一条) 第二章附则(第二条)',
    ],
  },
  {
    name: 'docx trad',
    file: 'a.docx',
    content: docx(
      [
        '湖北省人民政府關於加強河湖保護的意見',
        '各市、州、縣人民政府：',
        '為加強河湖保護，提出以下意見。',
        '一、總體要求。堅持生態優先。',
        '第一條 示例。',
      ]
        .map((text) => p(text))
        .join(''),
    ),
    expected: [
      '湖北省人民政府關於加強河湖保護的意見',
      'province | opinion | - | - | 湖北省人民政府',
      'addressee 各市、州、縣人民政府：',
      '· 一、總體要求 第一條',
    ],
  },
  {
    name: 'docx spaced',
    file: 'a.docx',
    content: docx(
      ['黄石市公园建设意见', '一、总体要求', '到 2 0 2 5 年，新建公园 5 0 个，投资 1 . 5 亿元。']
        .map((text) => p(text))
        .join(''),
    ),
    expected: [
      '黄石市公园建设意见',
      'city | opinion | - | - | -',
      '一、总体要求(·)',
      '  到2025年，新建公园50个，投资1.5亿元。',
    ],
  },
  {
    name: 'red docx numbers',
    file: 'a.docx',
    content: docx(
      tbl([
        [tc('湖北省教育厅'), tc('文件', "<w:vMerge w:val='restart'/>")],
        [tc('湖北省财政厅'), tc('', '<w:vMerge/>')],
      ]) +
        p('鄂教发〔2022〕8号') +
        p('湖北省教育厅　湖北省财政厅') +
        p('关于加强校园食堂管理的通知') +
        p('各市教育局：') +
        p('现通知如下。'),
    ),
    expected: [
      '湖北省教育厅湖北省财政厅关于加强校园食堂管理的通知',
      'province | notice | 2022 | 鄂教发〔2022〕8号 | 湖北省教育厅、湖北省财政厅',
      'issuer-line 湖北省教育厅 湖北省财政厅 文件',
      'document-number 鄂教发〔2022〕8号',
      'addressee 各市教育局：',
      '·',
    ],
  },
  {
    name: 'info docx table',
    file: 'a.docx',
    content: docx(
      tbl([
        [tc('索引号'), tc('0001'), tc('主题分类'), tc('水利')],
        [tc('发文机关'), tc('武汉市人民政府'), tc('成文日期'), tc('2021年04月08日')],
        [tc('标题'), tc('武汉市人民政府关于加强河湖保护的意见', '<w:gridSpan w:val="3"/>')],
        [tc('发文字号'), tc('武政〔2021〕6号'), tc('发布日期'), tc('2021年04月12日')],
      ]) +
        p('武汉市人民政府关于加强河湖保护的意见') +
        p('各区人民政府：') +
        p('为加强保护，提出以下意见。') +
        p('一、总体要求') +
        p('落实河湖长制。'),
    ),
    expected: [
      '武汉市人民政府关于加强河湖保护的意见',
      'city | opinion | 2021-04-08 | 武政〔2021〕6号 | 武汉市人民政府',
      'source-note 索引号：0001',
      'source-note 主题分类：水利',
      'source-note 发文机关：武汉市人民政府',
      'source-note 成文日期：2021年04月08日',
      'source-note 标题：武汉市人民政府关于加强河湖保护的意见',
      'source-note 发文字号：武政〔2021〕6号',
      'source-note 发布日期：2021年04月12日',
      'addressee 各区人民政府：',
      '· 一、总体要求(·)',
    ],
  },
  {
    name: 'contents docx dots',
    file: 'a.docx',
    content: docx(
      [
        '青禾市河道条例',
        '目录',
        '第一章　总则\t1',
        '第二章　附则\t2',
        '第一章　总则',
        '第一条　制定。',
        '第二章　附则',
        '第二条　施行。',
      ]
        .map((text) => p(text))
        .join(''),
    ),
    expected: [
      '青禾市河道条例',
      'city | law | - | - | -',
      'contents 目录第一章总则1第二章附则2',
      '第一章总则(第一条) 第二章附则(第二条)',
    ],
  },
  {
    name: 'pdf thrice',
    file: 'a.pdf',
    content: tinyPdf([
      [
        ...dbl([{ x: 150, y: 100, text: '黄石市公园建设管理意见', size: 22 }], 3, 0.3),
        ...dbl([{ x: 122, y: 150, text: '一、总体要求', size: 16 }], 4, 0.2),
        ...column(122, 180, 28, [P70.slice(0, 24)], 16),
        ...column(90, 208, 28, [`${P70.slice(24, 50)}。`], 16),
        ...dbl([{ x: 122, y: 240, text: '二、重点任务', size: 16 }], 2, 0.5),
        ...column(122, 270, 28, ['天天向上，人人参与，处处整洁，常常检查。'], 16),
      ],
    ]),
    expected: [
      '黄石市公园建设管理意见',
      'city | opinion | - | - | -',
      '一、总体要求(·) 二、重点任务(·)',
      '  各级各部门要切实加强组织领导，建立健全工作机制，细化任务分工，明确责任主体，确保各项工作落到实处见到。',
      '  天天向上，人人参与，处处整洁，常常检查。',
    ],
  },
  {
    name: 'pdf bold vertical offset',
    file: 'a.pdf',
    content: tinyPdf([
      [
        { x: 150, y: 100, text: '黄石市公园建设管理意见', size: 22 },
        { x: 150.3, y: 100.3, text: '黄石市公园建设管理意见', size: 22 },
        ...column(
          122,
          150,
          28,
          [
            '一、总体要求',
            '坚持生态优先，绿色发展，建设公园城市，方便群众。',
            '二、重点任务',
            '新建口袋公园五十个。',
          ],
          16,
        ),
      ],
    ]),
    expected: [
      '黄石市公园建设管理意见',
      'city | opinion | - | - | -',
      '一、总体要求(·) 二、重点任务(·)',
    ],
  },
  {
    name: 'pdf bold per char',
    file: 'a.pdf',
    content: tinyPdf([
      [
        ...[...'黄石市公园建设意见'].flatMap((c, i) => [
          { x: 150 + 22 * i, y: 100, text: c, size: 22 },
          { x: 150.4 + 22 * i, y: 100, text: c, size: 22 },
        ]),
        ...column(
          122,
          150,
          28,
          ['一、总体要求', '坚持生态优先，绿色发展。', '二、重点任务', '新建口袋公园五十个。'],
          16,
        ),
      ],
    ]),
    expected: [
      '黄石市公园建设意见',
      'city | opinion | - | - | -',
      '一、总体要求(·) 二、重点任务(·)',
    ],
  },
  {
    name: 'pdf short: one sentence',
    file: 'a.pdf',
    content: tinyPdf([
      [
        { x: 180, y: 100, text: '关于调整防汛值班的通知', size: 22 },
        { x: 90, y: 150, text: '各县（市、区）人民政府：', size: 16 },
        { x: 122, y: 178, text: '经研究，决定自即日起调整值班安排，请遵照执行。', size: 16 },
        { x: 330, y: 240, text: '黄石市人民政府办公室', size: 16 },
        { x: 360, y: 268, text: '2023年5月18日', size: 16 },
      ],
    ]),
    expected: [
      '关于调整防汛值班的通知',
      'city | notice | 2023-05-18 | - | 黄石市人民政府办公室',
      'addressee 各县（市、区）人民政府：',
      'signature 黄石市人民政府办公室',
      'date-line 2023年5月18日',
      '·',
    ],
  },
  {
    name: 'pdf short: items',
    file: 'a.pdf',
    content: tinyPdf([
      [
        { x: 180, y: 100, text: '关于做好防汛工作的通知', size: 22 },
        { x: 90, y: 150, text: '各县（市、区）人民政府：', size: 16 },
        ...column(
          122,
          178,
          28,
          [
            '一、落实责任。各地要靠前指挥。',
            '二、加强值守。严格值班制度。',
            '三、备足物资。备足编织袋。',
          ],
          16,
        ),
        { x: 122, y: 290, text: '附件：防汛物资清单', size: 16 },
        { x: 330, y: 340, text: '黄石市人民政府办公室', size: 16 },
        { x: 360, y: 368, text: '2023年5月18日', size: 16 },
        { x: 90, y: 420, text: '抄送：市委办公室，市人大办公室。', size: 14 },
        { x: 280, y: 790, text: '— 1 —', size: 14 },
      ],
    ]),
    expected: [
      '关于做好防汛工作的通知',
      'city | notice | 2023-05-18 | - | 黄石市人民政府办公室',
      'addressee 各县（市、区）人民政府：',
      'signature 黄石市人民政府办公室',
      'date-line 2023年5月18日',
      'copy-to 抄送：市委办公室，市人大办公室。',
      '一、落实责任 二、加强值守 三、备足物资 附件：防汛物资清单',
    ],
  },
  {
    name: 'pdf short: wrapped',
    file: 'a.pdf',
    content: tinyPdf([
      [
        { x: 180, y: 100, text: '关于做好防汛工作的通知', size: 22 },
        { x: 90, y: 150, text: '各县（市、区）人民政府：', size: 16 },
        { x: 122, y: 178, text: '今年汛期降雨偏多，防汛形势严峻，经市人民政', size: 16 },
        { x: 90, y: 206, text: '府同意，现就有关事项通知如下。', size: 16 },
        { x: 122, y: 234, text: '一、落实责任', size: 16 },
        { x: 122, y: 262, text: '各地主要负责人要靠前指挥，逐级落实防汛工作', size: 16 },
        { x: 90, y: 290, text: '责任制。', size: 16 },
        { x: 122, y: 318, text: '二、加强值守', size: 16 },
        { x: 122, y: 346, text: '严格执行值班制度。', size: 16 },
      ],
    ]),
    expected: [
      '关于做好防汛工作的通知',
      '- | notice | - | - | -',
      'addressee 各县（市、区）人民政府：',
      '· 一、落实责任(·) 二、加强值守(·)',
    ],
  },
  {
    name: 'pdf spaced all',
    file: 'a.pdf',
    content: tinyPdf([
      [
        { x: 120, y: 100, text: spaced('黄石市公园建设意见'), size: 20 },
        ...column(
          100,
          150,
          28,
          [
            '一、总体要求',
            '到2025年，新建公园50个，投资1.5亿元。',
            '（一）新建公园',
            '建设口袋公园，方便群众。',
          ].map(spaced),
          12,
        ),
      ],
    ]),
    expected: [
      '黄石市公园建设意见',
      'city | opinion | - | - | -',
      '一、总体要求(· （一）新建公园(·))',
      '  到2025年，新建公园50个，投资1.5亿元。',
      '  建设口袋公园，方便群众。',
    ],
  },
  {
    name: 'pdf spaced some',
    file: 'a.pdf',
    content: tinyPdf([
      [
        { x: 120, y: 100, text: '黄 石 市 公 园 建 设 意 见', size: 20 },
        ...column(
          100,
          150,
          28,
          [
            '一 、总体 要求',
            '到 2 0 2 5 年 ，新建公园 5 0 个 ， 投资 1 . 5 亿元 。',
            '二、A I 与5 G 建设',
            '建设 5G 基站 100 个。',
          ],
          14,
        ),
      ],
    ]),
    expected: [
      '黄石市公园建设意见',
      'city | opinion | - | - | -',
      '一、总体要求(·) 二、A I与5 G建设(·)',
      '  到2025年，新建公园50个，投资1.5亿元。',
      '  建设5G基站100个。',
    ],
  },
  {
    name: 'pdf digits runs',
    file: 'a.pdf',
    content: tinyPdf([
      [
        { x: 120, y: 100, text: '黄石市公园建设意见', size: 20 },
        { x: 100, y: 150, text: '一、要求', size: 14 },
        ...[...'到2025年，新建50个，1.5亿元。'].map((c, i) => ({
          x: 100 + 20 * i,
          y: 180,
          text: c,
          size: 14,
        })),
      ],
    ]),
    expected: [
      '黄石市公园建设意见',
      'city | opinion | - | - | -',
      '一、要求(·)',
      '  到2025年，新建50个，1.5亿元。',
    ],
  },
];
