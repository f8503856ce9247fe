import { type Phrase, phrase } from '../messages/index.js';
import { harmless, UserError } from '../text/index.js';
import type { Encoder } from './encoder.js';
import type { ServerSetting } from './setting.js';

/** How patient a run is; tests are less so. */
export interface Patience {
  /** A request that takes longer is given up. */
  readonly timeoutMs: number;
  /** Pauses before each further try of a request that met 429 or 5xx. */
  readonly pausesMs: readonly number[];
}

/** A minute holds a batch of long sentences on a small machine; three more tries within some seven seconds. */
const PATIENCE: Patience = { timeoutMs: 60_000, pausesMs: [500, 1500, 5000] };

/** Servers of models on one's own machine are made for about this many; hosted ones take 2048. */
const BATCH = 64;
/** A server that asks for a longer pause is told of instead of waited for. */
const LONGEST_PAUSE_MS = 30_000;
const MOST_SAID = 200;

/** A client of `/embeddings`. *Errors*: `semantics/no-answer`, `refused`, `not-json`, `wrong-count`, `not-vectors`. */
export function serverEncoder(
  setting: ServerSetting,
  key: string | undefined,
  patience: Patience = PATIENCE,
): Encoder {
  return {
    batch: BATCH,
    encode: async (texts) => {
      const body = { model: setting.model, input: texts, encoding_format: 'float' };
      const answer = await post({ setting, key, patience }, JSON.stringify(body));
      return vectorsIn(answer, texts.length, setting.host);
    },
  };
}

interface Call {
  readonly setting: ServerSetting;
  readonly key: string | undefined;
  readonly patience: Patience;
}

async function post(call: Call, body: string): Promise<unknown> {
  const { host } = call.setting;
  const { pausesMs } = call.patience;
  for (let tried = 0; ; tried += 1) {
    const { status, text, retryAfter } = await request(call, body);
    if (status >= 200 && status < 300) return parsed(text, host);
    const pause = Math.max(pausesMs[tried] ?? 0, retryAfter ?? 0);
    const again = status === 429 || status >= 500;
    if (!again || tried >= pausesMs.length || pause > LONGEST_PAUSE_MS)
      throw new UserError('semantics/refused', { host, status, said: saidIn(text, call.key) });
    await new Promise((done) => setTimeout(done, pause));
  }
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter?: number;
}

async function request({ setting, key, patience }: Call, body: string): Promise<Answer> {
  try {
    const response = await fetch(`${setting.url}/embeddings`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      // Followed, a redirection would take the texts to a host that nobody was told of.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience.timeoutMs),
    });
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      status: response.status,
      text: await response.text(),
      ...(Number.isFinite(seconds) && { retryAfter: seconds * 1000 }),
    };
  } catch (error) {
    const problem = problemOf(error, patience);
    throw new UserError('semantics/no-answer', { host: setting.host, problem }, { cause: error });
  }
}

function problemOf(error: unknown, { timeoutMs }: Patience): Phrase {
  if (!(error instanceof Error)) return phrase('semantics/network', { text: String(error) });
  if (error.name === 'TimeoutError') return phrase('semantics/slow', { seconds: timeoutMs / 1000 });
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
  return phrase('semantics/network', { text: code ?? message ?? error.message });
}

function parsed(text: string, host: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError('semantics/not-json', { host }, { cause: error });
  }
}

/** The server's own words, short, and never with the key in them. */
function saidIn(text: string, key: string | undefined): string {
  const own = key === undefined || key === '' ? text : text.replaceAll(key, '…');
  try {
    const { error } = JSON.parse(own) as { error?: string | { message?: string } };
    const said = typeof error === 'string' ? error : error?.message;
    return typeof said === 'string' ? harmless(said).slice(0, MOST_SAID) : '';
  } catch {
    // A page of a proxy, say: the number is what can be told.
    return '';
  }
}

function vectorsIn(answer: unknown, asked: number, host: string): ArrayLike<unknown>[] {
  const { data } = (answer ?? {}) as { data?: unknown };
  if (!Array.isArray(data)) throw new UserError('semantics/not-vectors', { who: host });
  const vectors: ArrayLike<unknown>[] = [];
  for (const [place, item] of data.entries()) {
    const { index = place, embedding } = (item ?? {}) as { index?: number; embedding?: unknown };
    if (!Array.isArray(embedding) || embedding.length === 0)
      throw new UserError('semantics/not-vectors', { who: host });
    vectors[index] = embedding;
  }
  const given = Object.keys(vectors).length;
  if (given !== asked || vectors.length !== asked)
    throw new UserError('semantics/wrong-count', { who: host, asked, given });
  return vectors;
}
