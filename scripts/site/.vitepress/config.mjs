import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { documents, made, title } from '../stage.mjs';

const read = (page) => readFileSync(`${made}/${page}`, 'utf8');
const item = (page) => ({ text: title(read(page), page), link: `/${page.replace(/(index)?\.md$/, '')}` });
const group = (text, names, collapsed = false) => ({ text, collapsed, items: names.map((name) => item(`${name}.md`)) });
const decisions = [...documents().values()].filter((page) => page.startsWith('adr/')).map((page) => page.replace(/\.md$/, ''));
const { tags } = JSON.parse(readFileSync(new URL('../../../httpapi/testdata/openapi.json', import.meta.url), 'utf8'));

/** The anchor of a heading, as GitHub makes it: links of the documents hold at both. */
const slugify = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');

export default defineConfig({
  title: 'nodeledger',
  description: 'The accounting engine of a node sale',
  srcDir: 'bin/pages',
  cacheDir: 'node_modules/.cache/vitepress',
  markdown: { languageAlias: { mjs: 'js' }, anchor: { slugify } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Install', link: '/installing' },
      { text: 'API', link: '/api' },
      { text: 'Decisions', link: '/adr/' },
      { text: 'Changes', link: '/changelog' },
    ],
    sidebar: [
      group('Begin', ['index', 'installing', 'deploying', 'operations', 'changelog']),
      group('A sale', ['program-file', 'contracts', 'facts', 'payouts', 'statement', 'notices', 'endpoints']),
      group('Books', ['accounting', 'security', 'performance', 'glossary']),
      group('Programs', ['commands', 'api', 'typescript', ...tags.map(({ name }) => `api/${name}`), 'api/webhooks', 'api/objects']),
      group('The project', ['contributing', 'reporting']),
      group('Decisions', decisions, true),
    ],
  },
});
