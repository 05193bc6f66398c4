// Fails when the JavaScript of the first load is more than it may be. The first load is what index.html names and the
// overview, with all that they import statically; other pages, other languages and charts come later, on demand.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const most = 60_000; // bytes, gzip
const dist = new URL('../dist/', import.meta.url);
const html = readFileSync(new URL('index.html', dist), 'utf8');
const todo = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((m) => m[1]);
const seen = new Set();
let total = 0;
let overview = false;
while (todo.length > 0) {
  const file = todo.pop();
  if (seen.has(file)) continue;
  seen.add(file);
  const text = readFileSync(new URL(file, dist), 'utf8');
  total += gzipSync(text, { level: 9 }).length;
  for (const m of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) todo.push(`assets/${m[1]}`);
  for (const m of text.matchAll(/\bimport\(\s*["'`]\.\/(sale-[^"'`]+\.js)["'`]/g)) {
    todo.push(`assets/${m[1]}`);
    overview = true;
  }
}
if (!overview) {
  console.error('the overview was not found among what is loaded on demand: is its chunk named otherwise now?');
  process.exit(1);
}
console.log(`first load: ${total} bytes of JavaScript (gzip) in ${seen.size} files, at most ${most}`);
if (total > most) {
  console.error('more than allowed: move something into a page that is loaded on demand');
  process.exit(1);
}
