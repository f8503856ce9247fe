import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../text/index.js';
import { watched } from '../budget.js';
import type { ImportContext } from '../importer.js';

/** The parts of an old Word file, as its reader gives them: paragraphs end with a line feed, cells with a tab. */
interface WordText {
  readonly body: string;
  readonly boxes: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly annotations: string;
  readonly headers: string;
}

/** Most that the process may take, in MB. */
const MOST_MEMORY = 512;

/** What the process does with a file on its standard input. Quotation marks stay as they are. */
const READER = `
const { default: WordExtractor } = await import(process.argv[1]);
const parts = [];
for await (const part of process.stdin) parts.push(part);
const word = await new WordExtractor().extract(Buffer.concat(parts));
const raw = { filterUnicode: false };
process.stdout.write(JSON.stringify({
  body: word.getBody(raw),
  boxes: word.getTextboxes({ ...raw, includeHeadersAndFooters: false }),
  footnotes: word.getFootnotes(raw),
  endnotes: word.getEndnotes(raw),
  annotations: word.getAnnotations(raw),
  headers: word.getHeaders({ ...raw, includeFooters: false }),
}));
`;

/**
 * The text of an old Word file, read in another process: a damaged list of sectors makes its reader fill memory until Node itself
 * ends, and with it every thread.
 *
 * *Errors*: `ingest/doc-broken`, `ingest/over-budget`.
 */
export async function readWord(
  bytes: Uint8Array,
  { path, meter }: ImportContext,
): Promise<WordText> {
  const require = createRequire(import.meta.url);
  const script = pathToFileURL(require.resolve('word-extractor')).href;
  const node = [`--max-old-space-size=${MOST_MEMORY}`, '--input-type=module', '--eval', READER];
  const reader = spawn(process.execPath, [...node, script], {
    // Nothing of the user's is handed on, and nothing it leaves behind lies beside their files.
    env: {},
    cwd: tmpdir(),
    // What it complains of is no word of ours.
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const read = new Promise<WordText>((resolve, reject) => {
    const said: Buffer[] = [];
    reader.stdout.on('data', (part: Buffer) => said.push(part));
    reader.once('error', reject);
    reader.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(said).toString('utf8')) as WordText);
      else reject(new Error('its reader ended without a text'));
    });
    // It may end before it has read all.
    reader.stdin.on('error', () => undefined);
    reader.stdin.end(bytes);
  });
  try {
    return await watched(meter, read);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError('ingest/doc-broken', { path }, { cause });
  } finally {
    reader.kill('SIGKILL');
  }
}
