import type { Command } from 'commander';
import { jsonSchema, SCHEMA_NAMES } from '../../findings/index.js';
import { jsonText } from '../../render/index.js';
import { itemAt } from '../../text/index.js';
import { action, type CommandContext, checkChoice, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';

/** `schema [name]`: the JSON Schema of a machine-readable format; without a name, the names. */
export function schemaCommand(context: CommandContext): Command {
  const command = commandOf(context, 'schema', 'schema.about').argument(
    '[name]',
    context.say('argument.schema'),
  );
  // For completion.
  itemAt(command.registeredArguments, 0).argChoices = [...SCHEMA_NAMES];
  return command.option('-o, --output <file>', context.say('option.output')).action(
    action<CommonOptions>(context, undefined, async ({ emit }, name) => {
      checkChoice('schema', name, SCHEMA_NAMES);
      if (name === undefined) emit(`${SCHEMA_NAMES.join('\n')}\n`);
      else emit(jsonText(await jsonSchema(name)));
      return undefined;
    }),
  );
}
