// The program with a year of books, started for the tests: a simulated chain in memory, an API, the page. Nothing of it is
// left when it stops.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What `make build` builds with the demonstration in it, unless another one is named. */
export const binary =
  process.env.NODELEDGER_BINARY ?? fileURLToPath(new URL('../../../bin/nodeledger-demo', import.meta.url));

/** How long the year may take on a busy machine, in milliseconds. */
const patience = 120_000;

const lines = {
  node: /^node\s+(http:\S+)/,
  contract: /^contract\s+(0x\S+)/,
  ledger: /ledger verify --db (\S+)/,
  program: /--program (\S+)/,
  tokens: /ann (nlo_\S+), bob (nlo_\S+)/,
  url: /^serving at (http:\S+)/,
  over: /^All purchases made/,
};

/** What 1 ETH costs in US dollars by the price list of a demonstration. */
export const rate = '3012.5';

/** What 1 EUR costs in them. */
export const euro = '1.25';

/** Starts a demonstration that ends with 2026 and waits until its months are over: a year, unless `size` asks for another one. The
 * last month is left open, for operators to close. */
export async function raise({ blockTime = '100ms', size = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'nodeledger-browser-'));
  const prices = join(folder, 'prices.csv');
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(prices, `date,asset,usd\n${today},ETH,${rate}\n${today},EUR,${euro}\n`);
  const year = ['--until', '2027-01-06', '--leave-open'];
  const serving = ['--listen', '127.0.0.1:0', '--prices', prices];
  const args = ['demo', '--pace', '0s', '--block-time', blockTime, ...year, ...size, ...serving];
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  let said = '';
  child.stderr.on('data', (d) => (said = (said + d).slice(-4000)));
  const found = {};
  await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the demonstration is not ready after ${patience / 1000} s; it said: ${said}`)),
      patience,
    );
    child.once('error', (e) => reject(new Error(`${binary}: ${e.message}; make build makes it`)));
    child.once('exit', (code) => reject(new Error(`the demonstration ended with ${code}: ${said}`)));
    createInterface(child.stdout).on('line', (line) => {
      for (const [name, form] of Object.entries(lines)) {
        const m = form.exec(line.trim());
        if (m) found[name] ??= m.slice(1);
      }
      if (Object.keys(lines).every((name) => found[name])) {
        clearTimeout(timer);
        resolve();
      }
    });
  });
  child.removeAllListeners('exit');
  const stop = async () => {
    process.removeListener('exit', kill);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && kill()) await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const [url] = found.url;
  return {
    url,
    node: found.node[0],
    contract: found.contract[0],
    books: ['--db', found.ledger[0], '--program', found.program[0]],
    tokens: { ann: found.tokens[0], bob: found.tokens[1] },
    /** An answer of the API. Throws on anything but 200. */
    async api(path) {
      const answer = await fetch(`${url}/api/v1${path}`);
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    stop,
  };
}

/** Asks again until what `ask` gives is true, and gives it. Throws, with what was waited for, when the time is over. */
export async function until(what, ask, { within = 30_000, every = 100 } = {}) {
  const end = Date.now() + within;
  for (;;) {
    const got = await ask();
    if (got) return got;
    if (Date.now() > end) throw new Error(`waited ${within / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
