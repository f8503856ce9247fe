/** What a shell calls a program that Ctrl-C ended: 128 + SIGINT. */
const INTERRUPTED = 130;

/**
 * Let Ctrl-C wait until `write` is done, so that no half-written file stays behind; then it ends the program.
 *
 * Everywhere else the program has no handler, and the system ends it at once: the engine works without a pause, and a
 * handler of ours would not be called before it is done.
 *
 * *In* `write` works without a pause and takes moments. The handler stays until the event loop has turned once from
 * its beginning, which is when a signal that came meanwhile is told.
 */
export function uninterrupted<Value>(write: () => Value): Value {
  if (process.listeners('SIGINT').includes(interrupted)) return write();
  process.on('SIGINT', interrupted);
  try {
    return write();
  } finally {
    // The first may still belong to the turn in which the writing was done.
    setImmediate(() => setImmediate(() => process.off('SIGINT', interrupted)));
  }
}

function interrupted(): never {
  return process.exit(INTERRUPTED);
}
