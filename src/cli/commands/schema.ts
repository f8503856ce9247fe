import type { Command } from 'commander';
import { jsonText } from '../../render/index.js';
import { action, type CommandContext, checkChoice, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';

/** Listed here because the schemas themselves are loaded late. */
export const SCHEMA_NAMES = [
  'alignment',
  'check',
  'commitment',
  'comparison',
  'corpus',
  'coverage',
  'documents',
  'phrases',
  'stats',
  'targets',
  'theme-changes',
  'themes',
  'trace',
  'tree',
] as const;

/** `schema [name]`: the JSON Schema of a machine-readable format; without a name, the names. */
export function schemaCommand(context: CommandContext): Command {
  const command = commandOf(context, 'schema', 'schema.about').argument(
    '[name]',
    context.say('argument.schema'),
  );
  // For completion; a test holds that these are the published ones.
  command.registeredArguments[0]!.argChoices = [...SCHEMA_NAMES];
  return command.option('-o, --output <file>', context.say('option.output')).action(
    action<CommonOptions>(context, undefined, async ({ emit }, name) => {
      // The validation library takes longer to load than all else this command does.
      const { jsonSchema, SCHEMAS } = await import('../../findings/schemas.js');
      checkChoice('schema', name, Object.keys(SCHEMAS));
      if (name === undefined) emit(`${Object.keys(SCHEMAS).join('\n')}\n`);
      else emit(jsonText(jsonSchema(name)));
      return undefined;
    }),
  );
}
