import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, project } from './package.mjs';
import { world } from './world.mjs';

/** What each example of the README prints against the demonstration, in order. */
const prints = [
  /^[0-9]+ nodes were sold, as of block [0-9]+\n3 nodes cost [0-9.]+ ETH, which is [0-9]+ base units\nan estimate with [0-9]+ assumptions\n$/,
  /^holders have [0-9]+ nodes\n([0-9a-z-]+: [a-z_]+, [0-9.]+ [A-Z]+\n)+$/,
  /^409 unknown-code: /,
  /^recorded before: false, then true\n$/,
  /^transaction [0-9]+: 0x[0-9a-f]{40} bought [0-9]+\n$/,
  /^listening\n/,
];

test('the examples of the README compile and run', async () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, source]) => source);
  assert.equal(examples.length, prints.length);
  const names = examples.map((_, i) => `example${i}`);
  for (const [i, source] of examples.entries()) {
    const here = source.replaceAll('https://books.example.org', world.url).replace('server.listen(9000,', 'server.listen(0,');
    writeFileSync(join(project.folder, `example${i}.ts`), here);
  }
  compile(names.map((name) => `${name}.ts`), '--module', 'node16', '--moduleResolution', 'node16');
  const env = { ...process.env, NODELEDGER_TOKEN: world.tokens.ann };
  for (const [i, name] of names.entries()) {
    const child = spawn(process.execPath, [`${name}.js`], { cwd: project.folder, env });
    let said = '';
    child.stdout.on('data', (d) => {
      said += d;
      if (said === 'listening\n') child.kill();
    });
    child.stderr.on('data', (d) => (said += d));
    await new Promise((resolve) => child.once('exit', resolve));
    assert.match(said, prints[i], examples[i]);
  }
});
