import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import {
  type CorpusOutput,
  cleanTextOf,
  documentFileText,
  documentOutputs,
  fileHeadOf,
  splitFiles,
  withDocuments,
  writeWhole,
} from '../../corpus/index.js';
import { FINDINGS, renderCorpusList, renderTree } from '../../findings/index.js';
import { openWorkspace, readDocuments, type Workspace } from '../../pipeline/index.js';
import { jsonText } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

interface WriteOptions extends ReadingOptions {
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** `corpus list|show|add|split`: look after a corpus. */
export function corpusCommand(context: CommandContext): Command {
  // Without options of its own: it would take those meant for its subcommands.
  const command = new Command('corpus').description(context.say('corpus.about'));
  command.addCommand(listCommand(context));
  command.addCommand(showCommand(context));
  command.addCommand(addCommand(context));
  command.addCommand(splitCommand(context));
  return command;
}

function listCommand(context: CommandContext): Command {
  return commandOf(context, 'list', 'corpus.list.about', FINDINGS.corpus.formats).action(
    action<CommonOptions>(
      context,
      FINDINGS.corpus.formats,
      async ({ options, screen, workspace, emit }) => {
        const ws = workspace();
        const rows = ws.entries().map(({ head, shownPath }) => ({
          id: head.id,
          path: shownPath,
          title: head.title,
          level: head.level ?? null,
          region: head.region ?? null,
          kind: head.kind,
          date: head.date ?? null,
          aliases: aliasesOf(ws, head.id),
        }));
        if (options.format === 'json') {
          emit(
            jsonText({
              schema: 'duibiao.corpus/1',
              documents: rows,
              aliases: ws.corpus.file.aliases,
            }),
          );
        } else emit(renderCorpusList(rows, screen));
        return undefined;
      },
    ),
  );
}

function aliasesOf(ws: Workspace, id: string): string[] {
  return Object.entries(ws.corpus.file.aliases)
    .filter(([, ids]) => ids.includes(id))
    .map(([name]) => name);
}

function showCommand(context: CommandContext): Command {
  const command = commandOf(
    context,
    'show',
    'corpus.show.about',
    FINDINGS.documents.formats,
  ).argument('<doc>', context.say('argument.document'));
  return addReadingOptions(command, context).action(
    action<ReadingOptions>(
      context,
      FINDINGS.documents.formats,
      async ({ options, workspace, emit }, name) => {
        const ws = workspace();
        const ids = ws.corpus.file.aliases[name!] ?? [name!];
        const texts: string[] = [];
        const heads: object[] = [];
        for (const id of ids) {
          const parsed = await readDocuments(ws, id, readOptions(ws, options, context));
          for (const document of parsed.documents) {
            texts.push(documentFileText(fileHeadOf(document, undefined), document));
            heads.push({ head: fileHeadOf(document, undefined), text: cleanTextOf(document) });
          }
        }
        emit(
          options.format === 'json'
            ? jsonText({ schema: 'duibiao.documents/1', documents: heads })
            : texts.join('\n'),
        );
        return undefined;
      },
    ),
  );
}

function addCommand(context: CommandContext): Command {
  const { say, io } = context;
  const command = commandOf(context, 'add', 'corpus.add.about')
    .argument('<file...>', say('argument.document'))
    .option('--dry-run', say('corpus.dry'));
  return addReadingOptions(command, context).action(
    action<WriteOptions>(context, undefined, async ({ options, screen, workspace }, ...names) => {
      const folder = options.corpus ?? ownCorpus(workspace());
      const ws = openWorkspace(io.cwd);
      const list = join(folder, 'corpus.yaml');
      const taken = takenIds(io.cwd, folder);
      const outputs: CorpusOutput[] = [];
      for (const name of names) {
        const parsed = await readDocuments(ws, name, readOptions(ws, options, context));
        for (const { id } of parsed.documents) {
          const first = taken.get(id);
          if (first !== undefined)
            throw new UserError('corpus/duplicate-id', { id, first, second: name });
          taken.set(id, name);
        }
        io.stdout.write(renderTree(parsed, { ...screen, depth: 1, diagnostics: false }));
        outputs.push(...documentOutputs(parsed, (code) => ws.regions().byCode.get(code)?.slug));
      }
      const blocked = outputs.find(({ path }) => existsSync(resolve(io.cwd, folder, path)));
      if (blocked !== undefined)
        throw new UserError('corpus/exists', { path: join(folder, blocked.path) });
      if (options.dryRun === true) return undefined;
      for (const { path, content } of outputs) writeWhole(resolve(io.cwd, folder, path), content);
      const yaml = withDocuments(
        contentOf(resolve(io.cwd, list)),
        outputs.map(({ path }) => path),
      );
      writeWhole(resolve(io.cwd, list), yaml);
      for (const { path } of outputs)
        io.stdout.write(`${say('corpus.added', { path: join(folder, path) })}\n`);
      return undefined;
    }),
  );
}

/** The corpus here or above. Errors: `corpus/embedded`, which is the program's and not to be written to. */
function ownCorpus(ws: Workspace): string {
  if (ws.corpus.embedded) throw new UserError('corpus/embedded', {});
  return ws.corpus.root;
}

/** Ids of a corpus by the path that has them; none where there is no corpus yet. */
function takenIds(cwd: string, folder: string): Map<string, string> {
  if (!existsSync(resolve(cwd, folder, 'corpus.yaml'))) return new Map();
  const ws = openWorkspace(cwd, folder);
  return new Map(ws.entries().map(({ head, shownPath }) => [head.id, shownPath]));
}

function splitCommand(context: CommandContext): Command {
  const { say, io } = context;
  const command = commandOf(context, 'split', 'corpus.split.about')
    .argument('<file>', say('argument.compendium'))
    .requiredOption('-o, --output <dir>', say('corpus.folder'))
    .option('--force', say('option.force'))
    .option('--dry-run', say('corpus.dry'));
  return addReadingOptions(command, context).action(
    action<WriteOptions>(context, undefined, async ({ options, workspace }, name) => {
      const ws = workspace();
      const parsed = await readDocuments(ws, name!, readOptions(ws, options, context));
      const files = splitFiles(parsed, (code) => ws.regions().byCode.get(code)?.slug);
      const folder = options.output!;
      const changed = files.filter(
        (file) => contentOf(resolve(io.cwd, folder, file.path)) !== file.content,
      );
      if (options.dryRun === true) {
        io.stdout.write(files.map((file) => `${join(folder, file.path)}\n`).join(''));
        return undefined;
      }
      const blocked = changed.find((file) => existsSync(resolve(io.cwd, folder, file.path)));
      if (blocked !== undefined && options.force !== true)
        throw new UserError('corpus/exists', { path: join(folder, blocked.path) });
      for (const file of changed) writeWhole(resolve(io.cwd, folder, file.path), file.content);
      io.stdout.write(`${say('corpus.wrote', { count: changed.length, path: folder })}\n`);
      return undefined;
    }),
  );
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
