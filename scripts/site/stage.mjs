// Gathers the pages of the site in a folder: the documents of the tree with their links, and a reference made from the API's description.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reference } from './reference.mjs';

export const tree = fileURLToPath(new URL('../..', import.meta.url));
export const made = fileURLToPath(new URL('bin/pages', import.meta.url));

/** Where files of the tree that are no pages are read. */
const source = 'https://github.com/nodeledger/nodeledger/blob/main/';

/** The documents of the tree: where each is, and its page. */
export function documents() {
  const of = (folder) => readdirSync(join(tree, folder)).filter((name) => name.endsWith('.md')).sort();
  return new Map([
    ['README.md', 'index.md'],
    ...of('docs').map((name) => [`docs/${name}`, name]),
    ...of('docs/adr').map((name) => [`docs/adr/${name}`, name === 'README.md' ? 'adr/index.md' : `adr/${name}`]),
    ['CHANGELOG.md', 'changelog.md'],
    ['CONTRIBUTING.md', 'contributing.md'],
    ['SECURITY.md', 'reporting.md'],
    ['clients/typescript/README.md', 'typescript.md'],
  ]);
}

/** A document's text with its links as they are on the site. Throws on a link that leads nowhere. */
export function linked(text, path, pages) {
  const page = pages.get(path);
  const lead = (all, open, target, anchor = '') => {
    if (/^[a-z]+:/.test(target)) return all;
    const there = posix.normalize(posix.join(posix.dirname(path), target));
    if (there.startsWith('..') || !existsSync(join(tree, there))) throw new Error(`${path} links to ${target}, which is not there`);
    const to = pages.get(there);
    if (to) return `${open}${posix.relative(posix.dirname(page), to) || to}${anchor})`;
    if (there.startsWith('docs/img/')) return `${open}/${there.slice('docs/'.length)})`;
    return `${open}${source}${there}${anchor})`;
  };
  // Blocks of code have no links.
  const parts = text.split(/^(```[\s\S]*?^```$)/m);
  return parts
    .map((part, i) => (i % 2 ? part : part.replace(/(\]\()([^)#\s]+)(#[^)\s]*)?\)/g, (all, open, ...of) => lead(all, open, ...of))))
    .join('')
    .replace(/^```mermaid\n[\s\S]*?^```\n\n<details>/gm, '<details open>') // the text that stands below the drawing says the same
    .replace(/^```mermaid$/gm, '```text');
}

/** Writes the pages, and gives them in order: where each is, its title and its text. */
export function stage() {
  rmSync(made, { recursive: true, force: true });
  const pages = documents();
  const list = [...pages].map(([path, page]) => ({ page, text: linked(readFileSync(join(tree, path), 'utf8'), path, pages) }));
  const description = JSON.parse(readFileSync(join(tree, 'httpapi/testdata/openapi.json'), 'utf8'));
  list.push(...reference(description));
  for (const { page, text } of list) {
    mkdirSync(dirname(join(made, page)), { recursive: true });
    writeFileSync(join(made, page), text);
  }
  cpSync(join(tree, 'docs/img'), join(made, 'public/img'), { recursive: true });
  return list.map(({ page, text }) => ({ page, text, title: title(text, page) }));
}

export function title(text, page) {
  const [, found] = /^# (.+)$/m.exec(text) ?? [];
  if (!found) throw new Error(`${page} has no title`);
  return found.replaceAll('`', '');
}

export const inTree = (path) => relative(tree, path);
