// Looks at every link of a built site: its page, its anchor, its image.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The faults of a site in a folder, a line each; and how many links were followed. */
export function dead(folder, base = '/') {
  const pages = new Map(
    readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const anchors = new Map([...pages].map(([name, html]) => [name, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]));
  const faults = [];
  let followed = 0;
  for (const [name, html] of pages) {
    for (const [, written] of html.matchAll(/<(?:a|img|link|script)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
      const to = written.replaceAll('&amp;', '&');
      if (/^(?:[a-z]+:|\/\/)/.test(to)) continue;
      followed++;
      const [path, anchor] = decodeURI(to).split('#');
      const below = path.startsWith(base) ? path.slice(base.length) : posix.join(posix.dirname(name), path);
      const file = path === '' ? name : below === '' || below.endsWith('/') ? `${below}index.html` : below;
      if (!existsSync(join(folder, file))) faults.push(`${name} leads to ${to}, which is not there`);
      else if (anchor && anchors.get(file) && !anchors.get(file).has(anchor)) faults.push(`${name} leads to ${to}, and ${file} has no such heading`);
    }
  }
  return { faults, followed, pages: pages.size };
}
