// What axe finds on a page against WCAG 2.2, levels A and AA.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const code = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A line for each element that a rule finds fault with. */
export async function findings(page) {
  await page.evaluate(code);
  const { violations } = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values } }),
    values,
  );
  return violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.replaceAll(/\s+/g, ' ')}`),
  );
}

/** Fails when axe finds anything. Figures that are on their way are faded: they are waited for. */
export async function accessible(page) {
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"]') &&
      !document.getAnimations().some((a) => a instanceof CSSTransition && a.playState === 'running'),
  );
  assert.deepEqual(await findings(page), []);
}
