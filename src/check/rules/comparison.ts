import type { NamedRule } from '../types.js';

/** Rules whose findings come from comparing two states, from thresholds and from the configuration. */
export const COMPARISON_RULES: readonly NamedRule[] = [
  {
    id: 'link-lost',
    scope: 'comparison',
    group: 'link',
    severity: 'warning',
    title: { en: 'Link lost', zh: '对应丢失' },
    help: {
      en: 'Two sentences corresponded, and no longer do, because one of them was edited or deleted. Accept it with `check --update`, or allow some with `--max-lost-links`.',
      zh: '原有对应的两句因其中一句被修改或删除而不再对应。确认后用 check --update 接受，或用 --max-lost-links 放宽。',
    },
    message: {
      en: '{pair}: "{upstream}" and "{downstream}" no longer correspond: {cause}.',
      zh: '{pair}：“{upstream}”与“{downstream}”不再对应：{causeZh}。',
    },
    bad: 'The city’s sentence that answers the province’s is deleted.',
    good: 'It is moved to another section: the link stays.',
  },
  {
    id: 'link-weakened',
    scope: 'comparison',
    group: 'link',
    severity: 'warning',
    title: { en: 'Relation weakened', zh: '对应关系减弱' },
    help: {
      en: 'Two edited sentences still correspond, less closely: verbatim became adapted, or adapted paraphrased.',
      zh: '修改后两句仍然对应，但关系变弱：照搬变为改写，或改写变为转述。',
    },
    message: {
      en: '{pair}: "{upstream}" and "{downstream}" were {before} and are {after}: {cause}.',
      zh: '{pair}：“{upstream}”与“{downstream}”由{beforeZh}变为{afterZh}：{causeZh}。',
    },
    bad: 'A clause of a sentence copied from above is taken out.',
    good: 'A blank of it is taken out.',
  },
  {
    id: 'link-gained',
    scope: 'comparison',
    group: 'link',
    severity: 'info',
    title: { en: 'Link gained', zh: '新增对应' },
    help: { en: 'A new or edited sentence has a counterpart.', zh: '新增或修改的句子有了对应。' },
    message: {
      en: '{pair}: "{upstream}" and "{downstream}" now correspond.',
      zh: '{pair}：“{upstream}”与“{downstream}”现在对应。',
    },
    bad: 'A sentence copied from above is added.',
    good: 'A sentence of local matter is added.',
  },
  {
    id: 'link-drift',
    scope: 'comparison',
    group: 'link',
    severity: 'info',
    title: { en: 'Links changed elsewhere', zh: '他处对应变化' },
    help: {
      en: 'Links between sentences nobody edited changed, since what a pair of documents has in common is judged as a whole. One note a pair.',
      zh: '未被修改的句子之间的对应因整体比对而变化，每对文件提示一次。',
    },
    message: {
      en: '{pair}: {lost} lost, {weakened} weakened, {gained} gained between sentences that were not edited.',
      zh: '{pair}：未被修改的句子之间，对应减少 {lost}、减弱 {weakened}、增加 {gained}。',
    },
    bad: 'Half of a document is deleted.',
    good: 'One sentence is edited.',
  },
  {
    id: 'coverage-dropped',
    scope: 'comparison',
    group: 'link',
    severity: 'warning',
    title: { en: 'Coverage dropped', zh: '承接率下降' },
    help: {
      en: 'The share of a theme’s upstream sentences with a counterpart is lower than before.',
      zh: '某主题上位句子有对应的比例比之前低。',
    },
    message: {
      en: '{pair}: coverage of {theme} fell from {before} to {after}.',
      zh: '{pair}：{theme} 的承接率由 {before} 降至 {after}。',
    },
    bad: 'The only sentence that answers for a theme is deleted.',
    good: 'A sentence on another theme is edited.',
  },
  {
    id: 'pair-removed',
    scope: 'comparison',
    group: 'link',
    severity: 'warning',
    title: { en: 'Sides no longer compared', zh: '不再比较' },
    help: {
      en: 'Two sides were compared before and are not now: an alias, a document or a level is gone.',
      zh: '之前比较的两方现在不再比较：别名、文件或层级已不存在。',
    },
    message: { en: '{pair} is no longer compared.', zh: '不再比较 {pair}。' },
    bad: 'An alias is taken out of corpus.yaml.',
    good: 'An alias is added.',
  },
  {
    id: 'lock-outdated',
    scope: 'comparison',
    group: 'link',
    severity: 'info',
    title: { en: 'Lock of another engine', zh: '基线由其他版本生成' },
    help: {
      en: 'duibiao.lock was written by an engine with other parameters or word lists. Links are not compared with it; run `check --update`.',
      zh: 'duibiao.lock 由参数或词表不同的版本生成，不与其比较对应关系，请运行 check --update。',
    },
    message: {
      en: '{lock} was written by another engine; its links were not compared. Run "duibiao check --update".',
      zh: '{lock} 由其他版本生成，未比较对应关系。请运行“duibiao check --update”。',
    },
    bad: 'A lock file from before an upgrade.',
    good: 'A lock file written anew after it.',
  },
  {
    id: 'coverage-below-minimum',
    scope: 'settings',
    group: 'link',
    severity: 'error',
    title: { en: 'Coverage below the minimum asked for', zh: '承接率低于要求' },
    help: {
      en: 'Asked for with `--min-coverage theme=0.6` or `minCoverage` in the configuration; holds for every pair of sides next to each other that has the theme upstream.',
      zh: '由 --min-coverage theme=0.6 或配置中的 minCoverage 要求，对上位含有该主题的每一对文件生效。',
    },
    message: {
      en: '{pair}: coverage of {theme} is {value}, below {wanted}.',
      zh: '{pair}：{theme} 的承接率为 {value}，低于要求的 {wanted}。',
    },
    bad: '`--min-coverage housing=0.9` and a coverage of 0.75.',
    good: '`--min-coverage housing=0.6` and a coverage of 0.75.',
  },
  {
    id: 'unused-ignore',
    scope: 'settings',
    group: 'meta',
    severity: 'warning',
    title: { en: 'Ignore that ignores nothing', zh: '多余的忽略项' },
    help: {
      en: 'An ignore in the configuration or in a document’s head matches no finding: take it out.',
      zh: '配置或文件头中的忽略项没有匹配任何发现，请删除。',
    },
    message: {
      en: 'The ignore of "{rule}" matches nothing.',
      zh: '对“{rule}”的忽略没有匹配任何发现。',
    },
    bad: 'An ignore of stray-blank that outlived its blank.',
    good: 'An ignore that matches something.',
  },
  {
    id: 'expired-ignore',
    scope: 'settings',
    group: 'meta',
    severity: 'warning',
    title: { en: 'Ignore has run out', zh: '忽略项已过期' },
    help: {
      en: 'The date in `until` is past: what it ignored is reported again.',
      zh: 'until 日期已过，所忽略的发现重新报告。',
    },
    message: {
      en: 'The ignore of "{rule}" ran out on {until}.',
      zh: '对“{rule}”的忽略已于 {until} 到期。',
    },
    bad: '`until: 2020-01-01`',
    good: 'A date to come, or none.',
  },
];
