/**
 * Named groups of a match of a pattern that has some; absent: the group took no part.
 *
 * *Errors*: `RangeError` for a pattern without named groups, which is a bug of the caller.
 */
export function groupsOf(match: RegExpMatchArray): Readonly<Record<string, string | undefined>> {
  if (match.groups === undefined) throw new RangeError('the pattern has no named groups');
  return match.groups;
}

/** A text as a part of a regular expression that matches just it. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
