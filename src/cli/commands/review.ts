import { Command } from 'commander';
import type { CommandContext } from '../context.js';
import { exportReviewCommand } from './review-export.js';
import { importReviewCommand } from './review-import.js';

/** `review export|import`: links put right by hand. */
export function reviewCommand(context: CommandContext): Command {
  // Without options of its own: it would take those meant for its subcommands.
  const command = new Command('review').description(context.say('review.about'));
  command.addCommand(exportReviewCommand(context));
  command.addCommand(importReviewCommand(context));
  return command;
}
