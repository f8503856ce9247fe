/**
 * The hand-read samples of `fixtures/quality` against the texts they were read on.
 *
 * `node tests/quality/sample.mjs check FOLDER`: which of the rows are still found, and how many of those are right.
 * `node tests/quality/sample.mjs rows FOLDER targets|commitment|phrases|brief A,B;C,D…`: rows with their digests, to be read, of one set of papers after the other.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  briefOfPair,
  commitmentOf,
  openWorkspace,
  phrasesOf,
  targetsOf,
} from '../../dist/index.js';

const ws = openWorkspace(process.cwd());
const digest = (row) => createHash('sha256').update(row).digest('hex').slice(0, 16);

const READERS = {
  async targets(files) {
    const { own = [] } = await targetsOf(ws, files);
    return own.flatMap(({ document, targets }) => {
      const texts = new Map(document.sentences.map((unit) => [unit.id, unit.text]));
      return targets.map((t) => {
        const said = [t.kind, t.value, t.upper, t.unit, t.bound, t.change, t.due, t.indicator];
        const text = texts.get(t.sentence) ?? '';
        return `${said.join(' ')} | ${text.slice(Math.max(0, t.start - 50), t.start)}【${t.text}】${text.slice(t.end, t.end + 20)}`;
      });
    });
  },
  async commitment(files) {
    const { documents, pairs } = await commitmentOf(ws, files);
    const texts = new Map(documents.flatMap((d) => d.sentences.map((u) => [u.id, u.text])));
    const clause = ({ unit, start, end, word, grade }) =>
      `${word}${grade} ${(texts.get(unit) ?? '').slice(start, end)}`;
    return pairs.flatMap(({ shifts }) =>
      shifts
        .filter(({ shift }) => shift !== 'same')
        .flatMap(({ clauses }) => clauses)
        .filter(({ upstream, downstream }) => upstream.grade !== downstream.grade)
        .map(({ upstream, downstream }) => `${clause(upstream)} => ${clause(downstream)}`),
    );
  },
  async phrases(files) {
    const { phrases } = await phrasesOf(ws, files);
    return phrases.slice(0, 40).map(({ text, sources }) => `${sources.join('+')} | ${text}`);
  },
  async brief(files) {
    const { brief } = await briefOfPair(ws, files);
    return Object.entries(brief.lists).flatMap(([list, entries]) =>
      entries
        .slice(0, 8)
        .map(
          ({ text, change }) =>
            `${list} | ${text} | ${change ? `${change.from} => ${change.to}` : ''}`,
        ),
    );
  },
};

const [job, folder, kind, names] = process.argv.slice(2);
const paths = (own) => own.split(',').map((name) => join(folder, name));
if (job === 'rows') {
  for (const own of names.split(';'))
    for (const row of await READERS[kind](paths(own)))
      console.log(`${digest(row)}\t${own}\t\t${row}`);
} else {
  for (const [name, read] of Object.entries(READERS)) {
    const rows = readFileSync(`fixtures/quality/${name}.tsv`, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'));
    const found = new Set();
    for (const own of new Set(rows.map(([, documents]) => documents)))
      for (const row of await read(paths(own))) found.add(digest(row));
    const kept = rows.filter(([hash]) => found.has(hash));
    const right = kept.filter(([, , verdict]) => verdict === 'right').length;
    console.log(`${name}: ${rows.length} read, ${kept.length} still found, ${right} of them right`);
  }
}
