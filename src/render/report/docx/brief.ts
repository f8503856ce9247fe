import type { ReportWords } from '../../../messages/index.js';
import type { FirstPage } from '../first-page.js';
import { run } from './runs.js';
import { paragraph } from './table.js';

/** One pair on one page: coverage, then each list with its heaviest places. */
export function briefXml(
  { title, coverage, lists, nothing }: FirstPage,
  words: ReportWords,
): string[] {
  return [
    paragraph(run(`${title}  ${words.coverageSheet} ${words.byClause} `) + run(coverage, '<w:b/>')),
    ...lists.flatMap(({ title: name, lines }) => [
      paragraph(run(name, '<w:b/>'), 'Section'),
      ...lines.map(({ address, note, text }) =>
        paragraph(
          run(`${address} `, '<w:color w:val="7F7F7F"/><w:sz w:val="15"/>') +
            run(note === '' ? '' : `${note}  `, '<w:color w:val="595959"/>') +
            run(text),
        ),
      ),
    ]),
    ...(nothing === '' ? [] : [paragraph(run(`${words.nothing}: ${nothing}`), 'Note')]),
  ];
}
