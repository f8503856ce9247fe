import {
  type Decision,
  type FilledRow,
  type FilledSheet,
  SHEET_COLUMNS,
  type SheetColumn,
} from '../../model/index.js';
import { UserError } from '../../text/index.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * JSON Lines: a head, then questions with their answers, or decisions (`{"upstream":"…","downstream":"…","answer":"yes"}`).
 *
 * *Errors*: `review/bad-line` with the line and what was expected there.
 */
export function readLines(text: string, path: string): FilledSheet {
  const rows: FilledRow[] = [];
  const decisions: { line: number; decision: Decision }[] = [];
  let files = { upstreamFile: '', downstreamFile: '' };
  for (const [i, own] of text.split('\n').entries()) {
    if (own.trim() === '') continue;
    const line = i + 1;
    const fields = fieldsOf(own, line, path);
    if (fields.schema !== undefined) {
      if (fields.schema !== 'duibiao.review/1') throw bad(path, line, 'schema');
      files = {
        upstreamFile: textOf(fields, 'upstream', line, path),
        downstreamFile: textOf(fields, 'downstream', line, path),
      };
    } else if (typeof fields.answer === 'string')
      decisions.push({ line, decision: decisionOf(fields, line, path) });
    else rows.push(rowOf(fields, files, line, path));
  }
  return { rows, decisions };
}

function bad(path: string, line: number, field: string): Error {
  return new UserError('review/bad-line', { path, line, field });
}

function fieldsOf(text: string, line: number, path: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Fields;
  } catch {
    // Said below.
  }
  throw bad(path, line, '{…}');
}

function textOf(fields: Fields, name: string, line: number, path: string): string {
  const value = fields[name];
  if (typeof value === 'string' && value !== '') return value;
  throw bad(path, line, name);
}

function optional(fields: Fields, name: string, line: number, path: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw bad(path, line, name);
}

function rowOf(
  fields: Fields,
  files: { readonly upstreamFile: string; readonly downstreamFile: string },
  line: number,
  path: string,
): FilledRow {
  const unit = (value: unknown): string => {
    const { address, text } = (value ?? {}) as Fields;
    if (typeof address !== 'string' || typeof text !== 'string')
      throw bad(path, line, 'candidates');
    return `${address} ${text}`;
  };
  const list = (name: string): unknown[] => {
    const value = fields[name] ?? [];
    if (!Array.isArray(value)) throw bad(path, line, name);
    return value;
  };
  const candidates = list('candidates').map(unit);
  const answer = fields.answer ?? {};
  if (typeof answer !== 'object' || Array.isArray(answer)) throw bad(path, line, 'answer');
  const said = answer as Fields;
  const to = said.to ?? [];
  if (!Array.isArray(to) || to.some((own) => typeof own !== 'string' && typeof own !== 'number'))
    throw bad(path, line, 'answer.to');
  const lacking = said.lacking ?? undefined;
  if (lacking !== undefined && !(Array.isArray(lacking) && lacking.every(Number.isInteger)))
    throw bad(path, line, 'answer.lacking');
  const by = optional(said, 'by', line, path);
  return {
    line,
    faults: [],
    ...(by !== undefined && { by }),
    cells: {
      ...(Object.fromEntries(SHEET_COLUMNS.map((column) => [column, ''])) as Record<
        SheetColumn,
        string
      >),
      ...files,
      id: textOf(fields, 'id', line, path),
      upstream: textOf(fields, 'upstream', line, path),
      upstreamText: textOf(fields, 'text', line, path),
      linked: list('linked').map(unit).join('\n'),
      candidate1: candidates[0] ?? '',
      candidate2: candidates[1] ?? '',
      candidate3: candidates[2] ?? '',
      decision: optional(said, 'decision', line, path) ?? '',
      change: to.join(','),
      relation: optional(said, 'relation', line, path) ?? '',
      note: optional(said, 'note', line, path) ?? '',
      clauses: list('clauses').map(clauseLine).join('\n'),
      lacking: (lacking as readonly number[] | undefined)?.join(',').replace(/^$/u, '0') ?? '',
      others: candidates.flatMap((text, i) => (i < 3 ? [] : [`${i + 1} ${text}`])).join('\n'),
      alike: said.alike === false ? '' : list('alike').map(alikeLine).join('\n'),
    },
  };
}

/** As sheets have them: number, a word, text. */
function clauseLine(value: unknown, i: number): string {
  return `${i + 1} - ${String((value as Fields | null)?.text ?? '')}`;
}

function alikeLine(value: unknown): string {
  const { address, partners, check } = (value ?? {}) as Fields;
  return `${String(address)} = ${Array.isArray(partners) ? partners.join('、') : ''} #${String(check)}`;
}

const RELATIONS = ['verbatim', 'adapted', 'paraphrased', 'counterpart', 'related'] as const;

function decisionOf(fields: Fields, line: number, path: string): Decision {
  const say = (name: string): string | undefined => optional(fields, name, line, path);
  const unit = (side: 'upstream' | 'downstream') => {
    const quote = say(side === 'upstream' ? 'quoteUpstream' : 'quoteDownstream');
    return { id: textOf(fields, side, line, path), ...(quote !== undefined && { quote }) };
  };
  const [reason, by, at, wanted] = [say('note'), say('by'), say('at'), say('relation')];
  const remarks = {
    ...(reason !== undefined && { reason }),
    ...(by !== undefined && { by }),
    ...(at !== undefined && { at }),
  };
  if (fields.downstream !== undefined && fields.downstream !== null) {
    const relation = RELATIONS.find((own) => own === wanted);
    if (wanted !== undefined && relation === undefined) throw bad(path, line, 'relation');
    const action = ({ yes: 'pin', no: 'reject' } as const)[String(fields.answer)];
    if (action === undefined) throw bad(path, line, 'answer');
    const units = { upstream: unit('upstream'), downstream: unit('downstream') };
    return { action, ...units, ...(relation !== undefined && { relation }), ...remarks };
  }
  const action = (['missing', 'carried'] as const).find((own) => own === fields.answer);
  if (action === undefined) throw bad(path, line, 'answer');
  const { start, end } = fields;
  const isRange = Number.isInteger(start) && Number.isInteger(end) && Number(start) < Number(end);
  if ((start !== undefined || end !== undefined) && !isRange) throw bad(path, line, 'start, end');
  const range = isRange ? { range: { start: Number(start), end: Number(end) } } : {};
  return { action, upstream: unit('upstream'), ...range, ...remarks };
}
