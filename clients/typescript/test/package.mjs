import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url));

/** A project that has installed the package as it is published. */
export const project = { folder: '', files: [] };

before(() => {
  project.folder = mkdtempSync(join(tmpdir(), 'nodeledger-package-'));
  const options = ['--ignore-scripts', '--json', '--pack-destination', project.folder];
  const [packed] = JSON.parse(execFileSync('npm', ['pack', ...options], { cwd: here, encoding: 'utf8' }));
  project.files = packed.files.map((f) => f.path).sort();
  const modules = join(project.folder, 'node_modules');
  mkdirSync(join(modules, '@nodeledger/client'), { recursive: true });
  symlinkSync(join(here, 'node_modules/@types'), join(modules, '@types'));
  const into = ['--strip-components', '1', '-C', join(modules, '@nodeledger/client')];
  execFileSync('tar', ['xzf', join(project.folder, packed.filename), ...into]);
  writeFileSync(join(project.folder, 'package.json'), '{"type":"module"}');
});

after(() => rmSync(project.folder, { recursive: true, force: true }));

/** Compiles files of the project; throws with what the compiler says. */
export function compile(files, ...options) {
  const strict = ['--strict', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable', '--skipLibCheck', '--types', 'node', ...options];
  try {
    execFileSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), ...strict, ...files], { cwd: project.folder, encoding: 'utf8' });
  } catch (e) {
    throw new Error(e.stdout, { cause: e });
  }
}

test('the package has what it needs, and nothing else', () => {
  const sources = ['amount', 'client', 'events', 'index', 'lists', 'operation', 'problem', 'schema.gen', 'send', 'webhook'];
  const built = sources.flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`]);
  assert.deepEqual(project.files, ['LICENSE', 'README.md', ...built, 'package.json'].sort());
});

test('its types are found by both ways in which TypeScript looks for modules, and refuse what the API does not have', () => {
  const right = `
    import { Client, isProblem, type CodeOf, type Holder } from '@nodeledger/client';
    const books = new Client('https://books.example.org');
    const holder: Holder = await books.get('/api/v1/holders/{wallet}', { path: { wallet: '0x' } });
    const nodes: number = holder.nodes;
    const code: CodeOf<'/api/v1/quote'> = 'unknown-code';
    for await (const line of books.each('/api/v1/payouts/{run}/lines', { path: { run: 'a' } })) line.amount.amount satisfies string;
    for await (const event of books.events()) if (event.type === 'payout') event.data.run satisfies string | undefined;
    try { await books.get('/api/v1/sale'); } catch (e) { if (isProblem(e, 'timeout')) e.code satisfies 'timeout'; }
    export { nodes, code };`;
  const wrong = {
    'a path that is not there': `await books.get('/api/v1/nothing');`,
    'a parameter that is missing': `await books.get('/api/v1/quote');`,
    'a place that is missing': `await books.get('/api/v1/holders/{wallet}', {});`,
    'a parameter that is not there': `await books.get('/api/v1/quote', { query: { colour: 'red', quantity: '1' } });`,
    'an amount as a number': `units({ amount: 12 });`,
    'a list that does not go on': `books.each('/api/v1/liabilities');`,
    'a code that is not there': `isProblem(null, 'unknown-colour');`,
    'a body that is missing': `await books.post('/api/v1/operator/revenue');`,
    'a file as JSON': `await books.get('/api/v1/feed.atom');`,
  };
  const lines = [`import { Client, isProblem, units } from '@nodeledger/client';`, `const books = new Client('https://books.example.org');`];
  for (const [name, line] of Object.entries(wrong)) lines.push(`// ${name}`, '// @ts-expect-error', line);
  writeFileSync(join(project.folder, 'right.ts'), right);
  writeFileSync(join(project.folder, 'wrong.ts'), lines.join('\n'));
  compile(['right.ts', 'wrong.ts'], '--noEmit', '--module', 'node16', '--moduleResolution', 'node16');
  compile(['right.ts', 'wrong.ts'], '--noEmit', '--module', 'esnext', '--moduleResolution', 'bundler');
});
