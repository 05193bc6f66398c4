import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dead } from './links.mjs';
import { full, index } from './onefile.mjs';
import { documents, linked, stage, tree } from './stage.mjs';

test('the one file has every document, every path of the API and every object; the index has every page', () => {
  const pages = stage();
  const everything = full(pages);
  const { paths, components } = JSON.parse(readFileSync(join(tree, 'httpapi/testdata/openapi.json'), 'utf8'));
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods)) assert.ok(everything.includes(`\`${method.toUpperCase()} ${path}\``), `${method} ${path}`);
  }
  for (const name of Object.keys(components.schemas)) assert.ok(everything.includes(`\n## ${name}\n`), name);
  const all = documents();
  assert.ok(all.size > 50, `${all.size} documents were found only`);
  for (const path of all.keys()) {
    const paragraphs = readFileSync(join(tree, path), 'utf8').split('\n\n').filter((p) => !/\]\(|```|<details>/.test(p));
    for (const p of paragraphs) assert.ok(everything.includes(p.trim()), `${path} is missing: ${p}`);
  }
  const listed = index(pages);
  for (const { page, title } of pages) assert.ok(listed.includes(`- [${title}](${page.replace(/\.md$/, '.html')})`), page);
});

test('links lead to pages where there is one, to the source where there is none, and never nowhere', () => {
  const pages = documents();
  const link = (text, path = 'docs/api.md') => linked(text, path, pages);
  assert.equal(link('[a](facts.md#x)'), '[a](facts.md#x)');
  assert.equal(link('[a](adr/README.md)'), '[a](adr/index.md)');
  assert.equal(link('[a](docs/adr/0001-a-journal-is-a-fold.md)', 'README.md'), '[a](adr/0001-a-journal-is-a-fold.md)');
  assert.equal(link('[a](../CHANGELOG.md)'), '[a](changelog.md)');
  assert.equal(link('![a](docs/img/sale.png)', 'README.md'), '![a](/img/sale.png)');
  assert.match(link('[a](../ledger/doc.go)'), /\]\(https:\/\/github\.com\/.*\/ledger\/doc\.go\)$/);
  assert.equal(link('[a](https://example.org/x.md)'), '[a](https://example.org/x.md)');
  assert.equal(link('```go\nm[a](nowhere.md)\n```'), '```go\nm[a](nowhere.md)\n```');
  assert.throws(() => link('[a](nowhere.md)'), /nowhere\.md/);
});

test('a dead link, anchor and image of a built site are found', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'nodeledger-site-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'index.html'), '<a href="/a/b.html#here">x</a> <a href="./a/b.html">y</a> <a href="https://example.org">z</a>');
  writeFileSync(join(folder, 'a/b.html'), '<h2 id="here">x</h2> <a href="#here">y</a> <a href="/">z</a>');
  assert.deepEqual(dead(folder), { faults: [], followed: 4, pages: 2 });
  writeFileSync(join(folder, 'a/c.html'), '<a href="b.html#there">x</a> <img src="/img/no.png"> <a class="y" href="../no.html">z</a>');
  assert.equal(dead(folder).faults.length, 3);
});
