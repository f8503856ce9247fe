import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CLAUSE_COMPONENTS,
  COUNTERPART_COMPONENTS,
  measureCandidates,
  measureClauses,
  measureCounterparts,
  measureRelation,
  measureSections,
  RELATION_COMPONENTS,
  SECOND_COMPONENTS,
  sectionCandidates,
  sectionTable,
  surround,
  wordingCandidates,
} from '../../src/align/fitting.js';
import { prepareSides } from '../../src/align/index.js';
import { sideFromGold } from '../../src/training/gold-sides.js';
import { BACKGROUND, CONCEPTS } from '../support/engine-data.js';
import { ROOT } from '../support/root.js';

/** Two small statutes, written for this: each kind of pair that a component asks about stands in them. */
const side = (id: string, lines: readonly string[]) =>
  sideFromGold(
    id,
    lines.map((line, i) => {
      const [section = '', text = ''] = line.split(' ');
      return { id: `${section}.${i + 1}`, section, text };
    }),
  );
const UP = side('up', [
  '1 一、城市公园',
  '2 （一）公园建设',
  '2 市人民政府应当将公园建设纳入城市总体规划，所需经费列入本级财政预算。',
  '2 公园应当设置下列设施：',
  '2 （一）无障碍坡道和扶手；',
  '2 （二）厕所、垃圾箱。',
  '3 （二）法律责任',
  '3 在公园内焚烧垃圾的，责令改正，处二百元以上五百元以下罚款。',
  '3 公园内不得焚烧垃圾。',
  '6 （三）公园规划',
  '6 公园建设应当符合公园规划，规划由市人民政府批准。',
  '4 二、附则',
  '5 （一）施行',
  '5 本条例自公布之日起施行。',
]);
const DOWN = side('down', [
  '1 一、公园管理',
  '2 （一）公园的建设',
  '2 区人民政府将公园建设列入年度计划，经费纳入财政预算。',
  '2 公园应当配备下列设施：',
  '2 （一）盲道、扶手等无障碍设施；',
  '3 （二）罚则',
  '3 焚烧垃圾、落叶的，由城市管理部门责令改正，处五十元以上二百元以下罚款。',
  '3 游客可以在指定地点野餐。',
  '6 （三）处罚',
  '6 违反本办法焚烧树叶的，处五十元罚款。',
  '4 二、附则',
  '5 本办法自公布之日起施行。',
]);

/** Rounded by name, so that a value that moved to another component's name shows. */
const named = (
  components: readonly { readonly name: string }[],
  row: ArrayLike<number>,
): Record<string, number> =>
  Object.fromEntries(components.map(({ name }, k) => [name, Number((row[k] ?? 0).toFixed(4))]));

/** Two sentences whose clauses differ in all that is asked of a clause. */
function clauseValues(): Record<string, Record<string, number>> {
  const up = side('up', [
    '1 （一）公园建设',
    '1 国务院园林部门制定公园分类办法，市人民政府公布公园名录，焚烧垃圾的，处二百元罚款。',
    '1 公园应当设置无障碍坡道，配备饮水设施。',
  ]);
  const down = side('down', ['1 （一）公园建设', '1 区人民政府公布公园名录，公园应当配备饮水机。']);
  const pair = prepareSides(up, down, { background: BACKGROUND, concepts: CONCEPTS });
  const links = [new Map([[0, 0.9]]), new Map([[1, 0.6]]), new Map([[1, 0.3]])];
  const measured = measureClauses(pair, { own: pair.upstream, other: pair.downstream, links });
  return Object.fromEntries(
    measured
      .flat()
      .map(({ sentence, clause, row }) => [
        `${pair.upstream.sentences[sentence]?.unit.id} clause ${clause + 1}`,
        named(CLAUSE_COMPONENTS, row),
      ]),
  );
}

describe('what each component measures', () => {
  it('on two small texts', async () => {
    const pair = prepareSides(UP, DOWN, {
      background: BACKGROUND,
      concepts: CONCEPTS,
    });
    const wording = wordingCandidates(pair);
    const sections = measureSections(pair, wording).map((section) => ({
      ...section,
      probability: Math.min(1, section.base),
    }));
    const table = sectionTable(sections, pair.upstream.sections.length);
    const measured = measureCandidates(pair, sectionCandidates(pair, sections, wording), table);
    const odds = measured.pairs.map(({ row }) => Math.min(0.99, 0.05 + (row[0] ?? 0)));
    const around = surround(pair, measured, odds);
    const counterparts = measureCounterparts(pair, sections, measured.pairs, odds);
    const values = {
      sentences: Object.fromEntries(
        measured.pairs.map(({ up, down }, i) => [
          `${pair.downstream.sentences[down]?.unit.id} ${pair.upstream.sentences[up]?.unit.id}`,
          named(SECOND_COMPONENTS, around[i] ?? []),
        ]),
      ),
      sections: Object.fromEntries(
        sections.map(({ up, down }, i) => [
          `${pair.downstream.sections[down]?.unit.id} ${pair.upstream.sections[up]?.unit.id}`,
          named(COUNTERPART_COMPONENTS, counterparts[i] ?? []),
        ]),
      ),
      relation: named(
        RELATION_COMPONENTS,
        measureRelation('公园建设纳入城市总体规划', '公园建设列入年度计划'),
      ),
      clauses: clauseValues(),
    };
    await expect(`${JSON.stringify(values, undefined, 1)}\n`).toMatchFileSnapshot(
      join(ROOT, 'fixtures/engine/components.json'),
    );
  });

  it('no two components say the same everywhere: a name that took another’s value would show', async () => {
    const { default: values } = (await import('../../fixtures/engine/components.json', {
      with: { type: 'json' },
    })) as {
      default: Record<'sentences' | 'sections' | 'clauses', Record<string, Record<string, number>>>;
    };
    for (const rows of [values.sentences, values.sections, values.clauses].map((own) =>
      Object.values(own),
    )) {
      const columns = Object.keys(rows[0] ?? {}).map((name) =>
        rows.map((row) => row[name]).join(' '),
      );
      expect(new Set(columns).size).toBe(columns.length);
    }
  });
});
