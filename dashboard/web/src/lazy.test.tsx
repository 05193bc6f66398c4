import { render } from 'preact';
import { expect, test } from 'vitest';
import { lazy } from './lazy';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

test('a place that is drawn while another one has just loaded the code shows it, too', async () => {
  let loaded = (_: { default: () => preact.JSX.Element }) => {};
  const Later = lazy(() => new Promise<{ default: () => preact.JSX.Element }>((done) => (loaded = done)));
  document.body.innerHTML = '<div></div><div></div>';
  const [first, second] = [...document.body.children] as [Element, Element];
  render(<Later />, first);
  await pause(50); // its effect asks for the code
  render(<Later />, second);
  loaded({ default: () => <p>here</p> }); // before the effect of the second one
  await pause(100);
  expect(first.textContent).toBe('here');
  expect(second.textContent).toBe('here');
});
