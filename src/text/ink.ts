import { Chalk, type ChalkInstance } from 'chalk';

const PLAIN = new Chalk({ level: 0 });
const COLOURED = new Chalk({ level: 2 });

/**
 * Styles for a stream of which it has been decided whether it takes colour.
 * chalk's own guess ignores NO_COLOR on a terminal, so the level is set here: none, or 256 colours.
 */
export function inkOf(color: boolean): ChalkInstance {
  return color ? COLOURED : PLAIN;
}
