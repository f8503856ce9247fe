import type { MappedText, Span } from '../model/index.js';

export const EMPTY_MAPPED: MappedText = { text: '', starts: [], origins: [] };

/** Collects clean text run by run. A local tool: what leaves is the plain `MappedText`. */
interface MappedBuilder {
  /** Append `text`, which stands at `origin` in the source, one code unit for one. */
  readonly append: (text: string, origin: number) => void;
  readonly build: () => MappedText;
}

/** Cost: linear in what is appended. */
export function mappedBuilder(): MappedBuilder {
  const parts: string[] = [];
  const starts: number[] = [];
  const origins: number[] = [];
  let length = 0;
  const append = (text: string, origin: number): void => {
    if (text === '') return;
    const last = starts.length - 1;
    const continues = last >= 0 && origins[last]! + (length - starts[last]!) === origin;
    if (!continues) {
      starts.push(length);
      origins.push(origin);
    }
    parts.push(text);
    length += text.length;
  };
  return { append, build: () => ({ text: parts.join(''), starts, origins }) };
}

/** Index of the run that holds `offset` of the clean text. */
function runAt(mapped: MappedText, offset: number): number {
  let low = 0;
  let high = mapped.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (mapped.starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Source offset of one code unit of the clean text. */
function originOf(mapped: MappedText, offset: number): number {
  const run = runAt(mapped, offset);
  return (mapped.origins[run] ?? 0) + offset - (mapped.starts[run] ?? 0);
}

/** Span in the source of `[start, end)` of the clean text; what was removed at the edges stays outside. */
export function spanOf(mapped: MappedText, start = 0, end = mapped.text.length): Span {
  if (end <= start) {
    const at =
      mapped.text.length === 0 ? 0 : originOf(mapped, Math.min(start, mapped.text.length - 1));
    return { start: at, end: at };
  }
  return { start: originOf(mapped, start), end: originOf(mapped, end - 1) + 1 };
}

/** `[start, end)` of a mapped text, with its way back. */
export function sliceMapped(
  mapped: MappedText,
  start: number,
  end = mapped.text.length,
): MappedText {
  if (end <= start) return EMPTY_MAPPED;
  const builder = mappedBuilder();
  for (let run = runAt(mapped, start); run < mapped.starts.length; run += 1) {
    const from = Math.max(start, mapped.starts[run]!);
    const to = Math.min(end, mapped.starts[run + 1] ?? mapped.text.length);
    if (from >= end) break;
    builder.append(mapped.text.slice(from, to), mapped.origins[run]! + from - mapped.starts[run]!);
  }
  return builder.build();
}

/** Several mapped texts laid end to end; they must follow each other in the source. */
export function joinMapped(parts: readonly MappedText[]): MappedText {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const builder = mappedBuilder();
  for (const part of parts) {
    for (let run = 0; run < part.starts.length; run += 1) {
      const from = part.starts[run]!;
      builder.append(part.text.slice(from, part.starts[run + 1]), part.origins[run]!);
    }
  }
  return builder.build();
}
