// A relay passes envelopes between the ends of a topic: JSON-RPC over one WebSocket (WalletConnect 2, irn). It keeps what was published
// until somebody subscribes, so nothing is lost while the connection is away for a while.
import { passFor } from './pass';

/** What is told of an envelope beside it. seconds: how long the relay keeps it. tag: the number of its kind. prompt: a person is asked. */
export interface Stamp {
  seconds: number;
  tag: number;
  prompt: boolean;
}

export interface Relay {
  /** Resolves when the relay has taken it. Throws when it refuses. */
  publish(topic: string, envelope: string, stamp: Stamp): Promise<void>;
  subscribe(topic: string): Promise<void>;
  close(): void;
}

export interface RelayOptions {
  url: string;
  projectId: string;
  hear: (topic: string, envelope: string) => void;
  /** The connection is lost for good: it was tried again several times. */
  lost: () => void;
  Socket?: typeof WebSocket;
  pause?: number; // before the connection is tried again, in milliseconds
}

const tries = 5;

interface Waiting {
  call: string;
  resolve: (value: unknown) => void;
  reject: (e: Error) => void;
}

interface Message {
  id?: number;
  method?: string;
  params?: { data?: { topic?: unknown; message?: unknown } };
  error?: { message?: unknown };
  result?: unknown;
}

let lastId = 0;

/** An id that is greater than those before it and unlike those of the other end. */
export function newId(): number {
  const now = Date.now() * 1000 + Math.floor(Math.random() * 1000);
  lastId = Math.max(lastId + 1, now);
  return lastId;
}

/** Connects, and connects again when the connection breaks. What is said meanwhile waits. */
export function openRelay({ url, projectId, hear, lost, Socket = WebSocket, pause = 1000 }: RelayOptions): Relay {
  const waiting = new Map<number, Waiting>();
  const topics = new Set<string>();
  let socket: WebSocket | undefined;
  let failed = 0;
  let closed = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  const say = (message: string) => {
    if (socket?.readyState === Socket.OPEN) socket.send(message);
  };
  const ask = (method: string, params: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      if (closed) return reject(new Error('the relay is closed'));
      const id = newId();
      const call = JSON.stringify({ jsonrpc: '2.0', id, method, params });
      waiting.set(id, { call, resolve, reject });
      say(call);
    });
  const close = () => {
    closed = true;
    clearTimeout(again);
    socket?.close();
    for (const w of waiting.values()) w.reject(new Error('the relay is closed'));
    waiting.clear();
  };
  const read = ({ id, method, params, error, result }: Message) => {
    if (id === undefined) return;
    if (method === 'irn_subscription') {
      say(JSON.stringify({ jsonrpc: '2.0', id, result: true }));
      const { topic, message } = params?.data ?? {};
      if (typeof topic === 'string' && typeof message === 'string') hear(topic, message);
      return;
    }
    const w = waiting.get(id);
    waiting.delete(id);
    if (error) w?.reject(new Error(`the relay says: ${String(error.message).slice(0, 200)}`));
    else w?.resolve(result);
  };
  const connect = () => {
    const query = new URLSearchParams({ auth: passFor(url), projectId });
    const s = new Socket(`${url}/?${query}`);
    socket = s;
    s.onopen = () => {
      const open = [...waiting.values()].map((w) => w.call);
      for (const topic of topics)
        say(JSON.stringify({ jsonrpc: '2.0', id: newId(), method: 'irn_subscribe', params: { topic } }));
      for (const call of open) say(call);
    };
    s.onmessage = (e) => {
      failed = 0; // one that lets nobody in opens the connection, too, and says nothing
      try {
        read(JSON.parse(String(e.data)) as Message);
      } catch {
        // What is not JSON is nothing that a relay says.
      }
    };
    s.onclose = () => {
      if (closed) return;
      if (++failed < tries) again = setTimeout(connect, pause * failed);
      else {
        close();
        lost();
      }
    };
  };
  connect();
  return {
    async publish(topic, message, { seconds, tag, prompt }) {
      await ask('irn_publish', { topic, message, ttl: seconds, tag, prompt });
    },
    async subscribe(topic) {
      await ask('irn_subscribe', { topic });
      topics.add(topic);
    },
    close,
  };
}
