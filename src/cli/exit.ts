/** Exit codes, see CONTRACT: 0 done, 1 found something, 2 wrong usage or unreadable input, 70 a bug, 130 interrupted. */
export const EXIT = { done: 0, found: 1, usage: 2, bug: 70, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
