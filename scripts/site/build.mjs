// Builds the documents as a site into bin/docs, with llms.txt and llms-full.txt, and follows every link of what was built.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vitepress';
import { dead } from './links.mjs';
import { full, index } from './onefile.mjs';
import { inTree, stage, tree } from './stage.mjs';

const out = join(tree, 'bin/docs');
rmSync(out, { recursive: true, force: true });
const pages = stage();
await build(new URL('.', import.meta.url).pathname, { outDir: out });
writeFileSync(join(out, 'llms.txt'), index(pages));
writeFileSync(join(out, 'llms-full.txt'), full(pages));
const { faults, followed, pages: count } = dead(out);
for (const fault of faults) console.error(fault);
if (faults.length > 0 || count < pages.length) {
  throw new Error(`${faults.length} links of the site lead nowhere, and ${count} pages were built of ${pages.length}`);
}
console.log(`${inTree(out)}: ${count} pages, ${followed} links followed, llms.txt and llms-full.txt`);
