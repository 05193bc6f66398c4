// A relay of WalletConnect on this machine: it passes on envelopes that it cannot read, keeps what nobody has fetched, and lets in whoever
// has a token that is signed for it.
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { WebSocketServer } from 'ws';

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The key that a did:key names, as node has keys. */
function keyOf(did) {
  assert.ok(did.startsWith('did:key:z'), did);
  let number = 0n;
  for (const c of did.slice('did:key:z'.length)) number = number * 58n + BigInt(digits.indexOf(c));
  const hex = number.toString(16);
  assert.ok(hex.startsWith('ed01') && hex.length === 68, 'the key is of ed25519');
  const x = Buffer.from(hex.slice(4), 'hex').toString('base64url');
  return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
}

/** Whether a token lets somebody in here and now. */
function lets(token, relay) {
  const [head, body, signature] = token.split('.');
  const { iss, aud, iat, exp } = JSON.parse(Buffer.from(body, 'base64url'));
  const now = Date.now() / 1000;
  assert.deepEqual(JSON.parse(Buffer.from(head, 'base64url')), { alg: 'EdDSA', typ: 'JWT' });
  assert.equal(aud, relay);
  assert.ok(iat <= now && now < exp, 'the token is of now');
  return verify(null, Buffer.from(`${head}.${body}`), keyOf(iss), Buffer.from(signature, 'base64url'));
}

export async function openRelay(project) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${server.address().port}`;
  const ends = new Map(); // sockets by topic
  const kept = new Map(); // messages by topic
  const published = []; // everything, in its order
  const refused = [];
  let id = 1;

  const deliver = (socket, topic, message) =>
    socket.send(
      JSON.stringify({
        jsonrpc: '2.0',
        id: ++id,
        method: 'irn_subscription',
        params: { id: topic, data: { topic, message, publishedAt: Date.now(), tag: 0 } },
      }),
    );
  const subscribe = (socket, topic) => {
    ends.set(topic, (ends.get(topic) ?? new Set()).add(socket));
    for (const message of kept.get(topic) ?? []) deliver(socket, topic, message);
    kept.delete(topic);
    return topic;
  };
  const methods = {
    irn_subscribe: (socket, { topic }) => subscribe(socket, topic),
    irn_batchSubscribe: (socket, { topics }) => topics.map((t) => subscribe(socket, t)),
    irn_unsubscribe: (socket, { topic }) => ends.get(topic)?.delete(socket) ?? true,
    irn_batchFetchMessages: () => ({ messages: [], hasMore: false }),
    irn_publish: (socket, { topic, message, ttl, tag }) => {
      published.push({ topic, message, ttl, tag });
      const others = [...(ends.get(topic) ?? [])].filter((s) => s !== socket);
      if (others.length === 0) kept.set(topic, [...(kept.get(topic) ?? []), message]);
      for (const s of others) deliver(s, topic, message);
      return true;
    },
  };
  server.on('connection', (socket, request) => {
    const query = new URL(request.url, url).searchParams;
    if (query.get('projectId') !== project || !lets(query.get('auth'), url)) {
      refused.push(request.url);
      socket.close(3000, 'Unauthorized');
      return;
    }
    socket.on('close', () => {
      for (const sockets of ends.values()) sockets.delete(socket);
    });
    socket.on('message', (data) => {
      const { id, method, params } = JSON.parse(data);
      if (!method) return; // it has got a message
      const does = methods[method];
      const answer = does ? { result: does(socket, params) } : { error: { code: -32601, message: `no ${method}` } };
      socket.send(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
    });
  });
  // A wallet's end that hears nothing for half a minute thinks that the connection is dead.
  const pings = setInterval(() => {
    for (const s of server.clients) s.ping();
  }, 5_000);
  return {
    url,
    published,
    refused,
    /** Breaks every connection off; they may come again. */
    cut: () => {
      for (const s of server.clients) s.terminate();
    },
    clients: () => server.clients.size,
    stop: () => {
      clearInterval(pings);
      for (const s of server.clients) s.terminate();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
