import type { BookEvent } from './operation.js';
import { ApiProblem } from './problem.js';
import { type Sending, send, sleep } from './send.js';

/** Where a stream begins, and how it is kept up. */
export interface StreamOptions {
  /** The id of the last event that you know: those after it follow. 0: all of the journal. Absent: what is booked from now on. */
  after?: number;
  /** Ends the stream; without one it goes on until the loop over it is left. */
  signal?: AbortSignal;
  /** How long a connection may be silent before it is made again, in milliseconds; the server says something every 15 seconds. */
  silence?: number;
  /** Milliseconds before a broken connection is made again; what the server says unless it is given, and longer while nothing answers. */
  pause?: number;
}

/** The longest pause between two attempts to connect, in milliseconds. */
const longestPause = 60_000;

/** Follows the stream at an address. Throws ApiProblem when the server refuses it for good. */
export async function* follow(s: Sending, url: string, o: StreamOptions): AsyncGenerator<BookEvent, void, undefined> {
  let last = o.after;
  let pause = o.pause ?? 5000;
  for (let failures = 0; ; failures++) {
    if (o.signal?.aborted) return;
    let asked = 0;
    const connection = new AbortController();
    const stop = () => connection.abort();
    o.signal?.addEventListener('abort', stop, { once: true });
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (last !== undefined) headers['Last-Event-ID'] = String(last);
      const { answer } = await send(s, url, { headers, signal: connection.signal, repeatable: false, whole: false });
      for await (const m of messages(answer, connection, o.silence ?? 45_000)) {
        failures = 0;
        if (m.retry !== undefined && o.pause === undefined) pause = m.retry;
        if (m.begins !== undefined) last ??= m.begins;
        if (!m.type || m.id === undefined || m.id <= (last ?? -1)) continue;
        last = m.id;
        yield { type: m.type, id: m.id, data: JSON.parse(m.data) } as BookEvent;
      }
    } catch (e) {
      if (o.signal?.aborted) return;
      if (e instanceof ApiProblem) {
        if (!e.transient) throw e;
        asked = e.retryAfter;
      }
    } finally {
      o.signal?.removeEventListener('abort', stop);
      connection.abort();
    }
    await sleep(Math.max(asked, Math.min(pause * 2 ** Math.min(failures, 10), longestPause)), o.signal).catch(() => undefined);
  }
}

/** What the server said at once: an event, or a comment. */
interface Message {
  type: string;
  id: number | undefined;
  data: string;
  retry: number | undefined;
  /** Of the first comment: the last transaction before the stream. */
  begins: number | undefined;
}

const empty = (): Message => ({ type: '', id: undefined, data: '', retry: undefined, begins: undefined });

/** The messages of a stream until it breaks off; one that is cut in the middle is left out. */
async function* messages(answer: Response, connection: AbortController, silence: number): AsyncGenerator<Message, void, undefined> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  let rest = '';
  let m = empty();
  for (;;) {
    const timer = setTimeout(() => connection.abort(), silence);
    const { done, value } = await reader.read().finally(() => clearTimeout(timer));
    if (done) return;
    const lines = (rest + value).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        yield m;
        m = empty();
        continue;
      }
      const [, name = '', text = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
      if (name === 'event') m.type = text;
      else if (name === 'data') m.data += m.data ? `\n${text}` : text;
      else if (name === 'id' && /^[0-9]+$/.test(text)) m.id = Number(text);
      else if (name === 'retry' && /^[0-9]+$/.test(text)) m.retry = Number(text);
      else if (name === '' && /^as of [0-9]+$/.test(text)) m.begins = Number(text.slice(6));
    }
  }
}
