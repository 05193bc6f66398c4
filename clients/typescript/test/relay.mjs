// A server between the client and the real one, that loses what a test tells it to.
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { world } from './world.mjs';

/**
 * Passes requests on to the world's server until the test ends. `meddle` sees each request and what answers it, and may answer itself by giving true.
 * `cut` sees each piece of an answer, and gives how many bytes of it are passed on before the connection breaks; undefined: all.
 */
export async function relay(t, { meddle = () => false, cut = () => undefined } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    requests.push({ method: request.method, url: request.url, headers: request.headers });
    if (meddle(request, response, requests.length)) return;
    const { host, connection, 'content-length': _, ...headers } = request.headers;
    const body = chunks.length ? Buffer.concat(chunks) : undefined;
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const answer = await fetch(world.url + request.url, { method: request.method, headers, body, signal: gone.signal });
      const kept = [...answer.headers].filter(([name]) => !['content-encoding', 'content-length', 'transfer-encoding'].includes(name));
      response.writeHead(answer.status, Object.fromEntries(kept));
      for await (const chunk of answer.body ? Readable.fromWeb(answer.body) : []) {
        const bytes = cut(chunk, requests.length);
        response.write(bytes === undefined ? chunk : chunk.subarray(0, bytes));
        if (bytes !== undefined) {
          await new Promise((resolve) => setImmediate(resolve));
          response.destroy();
          return;
        }
      }
      response.end();
    } catch {
      response.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return {
    server: `http://127.0.0.1:${server.address().port}`,
    requests,
  };
}
