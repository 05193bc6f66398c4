// The documents as one file, for programs that read language (https://llmstxt.org): an index, and everything.

/** The index: a line for each page. */
export function index(pages) {
  const lines = ['# nodeledger', '', '> The accounting engine of a node sale: proofs of the chain, a journal, rewards, payouts, an API.', ''];
  const group = (name, list) => lines.push(`## ${name}`, '', ...list.map(({ page, title }) => `- [${title}](${page.replace(/\.md$/, '.html')})`), '');
  group('Documents', pages.filter(({ page }) => !page.includes('/')));
  group('API', pages.filter(({ page }) => page.startsWith('api/')));
  group('Decisions', pages.filter(({ page }) => page.startsWith('adr/')));
  lines.push('## All in one', '', '- [Every page](llms-full.txt)', '');
  return lines.join('\n');
}

/** Everything: each page behind a line that names it. */
export function full(pages) {
  return pages.map(({ page, text }) => `<!-- ${page} -->\n\n${text.trim()}\n`).join('\n');
}
