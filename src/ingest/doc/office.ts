import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What became of a conversion: the DOCX, nothing to convert with, or a failure. */
type Conversion =
  | { readonly type: 'done'; readonly bytes: Uint8Array }
  | { readonly type: 'absent' }
  | { readonly type: 'failed' };

/** A conversion takes 2 to 10 s, the first start of LibreOffice included; what takes longer hangs. */
const LONGEST_MS = 90_000;

/**
 * An old Word file as DOCX by LibreOffice, where it is installed.
 *
 * `DUIBIAO_SOFFICE` names another program than `soffice`; `none` converts nothing, so that a file is
 * read alike on every machine. Works in a folder of its own, with a profile of its own, and leaves
 * neither behind.
 */
export async function convertToDocx(bytes: Uint8Array): Promise<Conversion> {
  const program = process.env.DUIBIAO_SOFFICE ?? 'soffice';
  if (program === 'none' || program === '') return { type: 'absent' };
  const folder = await mkdtemp(join(tmpdir(), 'duibiao-'));
  try {
    await writeFile(join(folder, 'paper.doc'), bytes);
    const outcome = await run(program, folder);
    if (outcome !== 'done') return { type: outcome };
    return { type: 'done', bytes: await readFile(join(folder, 'out', 'paper.docx')) };
  } catch (error) {
    // It ended well and wrote nothing: what LibreOffice does with files it cannot read.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { type: 'failed' };
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function run(program: string, folder: string): Promise<'done' | 'absent' | 'failed'> {
  const options = [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--headless',
    '--norestore',
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    join(folder, 'out'),
    join(folder, 'paper.doc'),
  ];
  return new Promise((resolve) => {
    execFile(
      program,
      options,
      { timeout: LONGEST_MS, killSignal: 'SIGKILL', windowsHide: true },
      (error) => {
        if (error === null) resolve('done');
        else resolve((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : 'failed');
      },
    );
  });
}
