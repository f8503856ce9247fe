/**
 * Whether a path fits a glob: `*` stays in a folder, `**` does not.
 *
 * *Cost*: length of the one times length of the other, whatever they are.
 */
export function fitsGlob(path: string, glob: string): boolean {
  const parts = glob.match(/\*{2,}|./gsu) ?? [];
  const letters = [...path];
  // Whether all parts so far fit the first n letters.
  let fits = [true, ...letters.map(() => false)];
  for (const part of parts) {
    const next = [part.startsWith('*') && fits[0] === true];
    for (const [n, letter] of letters.entries()) {
      const goesOn = part.startsWith('**') || (part === '*' && letter !== '/');
      next.push(
        part.startsWith('*')
          ? fits[n + 1] === true || (goesOn && next[n] === true)
          : fits[n] === true && part === letter,
      );
    }
    fits = next;
  }
  return fits.at(-1) === true;
}
