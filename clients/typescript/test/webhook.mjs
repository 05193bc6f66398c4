import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { binary } from '../../../dashboard/web/browser/stage.mjs';
import { isProblem, verify, WebhookError } from '../dist/index.js';
import { all, client, world } from './world.mjs';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;

/** A receiver of notices: what it was sent, and when more came. */
async function receiver() {
  const got = [];
  let came = () => {};
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    got.push({ headers: request.headers, body: Buffer.concat(chunks), at: new Date() });
    response.writeHead(204).end();
    came();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    async find(type) {
      for (;;) {
        const found = got.find(({ body }) => JSON.parse(body).type === type);
        if (found) return found;
        await new Promise((resolve) => (came = resolve));
      }
    },
    stop: () => (server.closeAllConnections(), server.close()),
  };
}

/** The demonstration's books, served with notices once it is over. */
async function notifying(url) {
  await world.stop();
  const file = join(world.folder, 'notices.yaml');
  const hook = { name: 'ops', url, private: true, secret_env: 'OPS_SECRET' };
  writeFileSync(file, JSON.stringify({ webhooks: [hook] }));
  const serving = ['--notices', file, '--listen', '127.0.0.1:0', '--max-lag', '0'];
  const args = ['serve', ...world.books, '--rpc', world.node, ...serving];
  const child = spawn(binary, args, { env: { ...process.env, OPS_SECRET: secret }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (d) => (said = (said + d).slice(-4000)));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const server = await new Promise((resolve, reject) => {
    gone.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    createInterface(child.stdout).on('line', (line) => {
      const m = /serving at (http:\S+)/.exec(line);
      if (m) resolve(m[1]);
    });
  });
  return {
    server,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

test('what the server sends is verified, and nothing else', { timeout: 90_000 }, async (t) => {
  const hook = await receiver();
  t.after(hook.stop);
  const serving = await notifying(hook.url);
  t.after(serving.stop);
  const books = client({ server: serving.server, token: world.tokens.ann });
  const order = { path: { endpoint: 'ops' } };
  while (await books.post('/api/v1/operator/notices/{endpoint}/test', order).catch((e) => isProblem(e, 'not-found') || Promise.reject(e)) === true) {
    await new Promise((resolve) => setTimeout(resolve, 100)); // the server has not begun to send
  }
  const { headers, body, at } = await hook.find('notice.test');
  let deliveries = [];
  while (!deliveries.some((d) => d.type === 'notice.test' && d.state === 'delivered')) {
    deliveries = await all(books.each('/api/v1/operator/notices/deliveries', { query: { limit: 1 } }));
  }

  const notice = await verify(headers, body, secret, at);
  assert.equal(notice.type, 'notice.test');
  assert.equal(notice.data.id, headers['webhook-id']);
  assert.deepEqual(await verify(new Headers(headers), body.toString(), [other, secret], at), notice);
  const twice = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` };
  assert.deepEqual(await verify(twice, body, secret, at), notice);

  const late = new Date(at.getTime() + 6 * 60_000);
  for (const [name, ...args] of [
    ['another body', headers, Buffer.concat([body, Buffer.from(' ')]), secret, at],
    ['another id', { ...headers, 'webhook-id': 'msg_0' }, body, secret, at],
    ['another secret', headers, body, other, at],
    ['too late', headers, body, secret, late],
    ['too early', headers, body, secret, new Date(at.getTime() - 6 * 60_000)],
    ['another timestamp', { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }, body, secret, at],
    ['no signature', { ...headers, 'webhook-signature': undefined }, body, secret, at],
    ['another kind of signature', { ...headers, 'webhook-signature': 'v2,AAAA !' }, body, secret, at],
  ]) {
    await assert.rejects(verify(...args), WebhookError, name);
  }
  await assert.rejects(verify(headers, body, 'secret', at), TypeError);
});
