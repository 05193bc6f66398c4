import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeEvents } from '../testing/events';
import { fresh, serve } from '../testing/server';
import { address } from './http';
import { concerns, followEvents, gather, pace, up } from './live';
import { useAll, useResource } from './resource';

let stop = () => {};
let seen: DocumentVisibilityState;
const sale = address('/sale');
const holder = (n: number) => address(`/holders/0x${String(n).repeat(40)}`);

const follow = () => (stop = followEvents('/api/v1/events', FakeEvents as unknown as typeof EventSource));
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const look = (at: DocumentVisibilityState) => {
  seen = at;
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  FakeEvents.opened = [];
  seen = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => seen);
});
afterEach(() => {
  render(null, document.body);
  stop();
  vi.useRealTimers();
});

function Reader() {
  useResource(sale, 10_000);
  useAll([holder(1), holder(2)], 15_000);
  useResource(address('/estimate'));
  return null;
}

/** Counts how often each address was asked for. */
async function reading() {
  const { asked } = serve({ [sale]: fresh, [holder(1)]: fresh, [holder(2)]: fresh, '/api/v1/estimate': fresh });
  await act(async () => render(<Reader />, document.body));
  await pass(0);
  return (path: string) => asked.filter((a) => a === path).length;
}

test('which events an answer depends on', () => {
  expect(concerns(address('/sale'))).toEqual(['purchase']);
  expect(concerns(address('/quote', { quantity: 2, code: 'A/b' }))).toEqual(['purchase']);
  expect(concerns(address('/leaderboard', { top: 50 }))).toEqual(['purchase']);
  expect(concerns(holder(1))).toContain('epoch');
  expect(concerns(`${holder(1)}/payouts`)).toEqual(['payout']);
  expect(concerns(address('/epochs', { kind: 'token-epoch' }))).toEqual(['epoch']);
  expect(concerns(address('/payouts'))).toEqual(['payout']);
  expect(concerns(address('/operator/inbox'))).toEqual(['epoch', 'payout']);
  expect(concerns(address('/payouts/2026-10/lines', { limit: 3 }))).toEqual(['payout']);
  for (const still of [
    '/epochs/epoch/2026-10-31',
    '/estimate',
    '/operator/health',
    '/ledger/accounts/equity:fund:share',
    '/months/2026-10',
  ])
    expect(concerns(address(still))).toEqual([]);
});

test('what is booked makes only what it concerns load again, and a burst only once', async () => {
  follow();
  FakeEvents.latest.open();
  const times = await reading();
  for (let i = 0; i < 300; i++) FakeEvents.latest.tell('epoch');
  await pass(gather);
  expect([times(sale), times(holder(1)), times(holder(2)), times('/api/v1/estimate')]).toEqual([1, 2, 2, 1]);
  FakeEvents.latest.tell('purchase');
  await pass(gather);
  expect([times(sale), times(holder(1)), times('/api/v1/estimate')]).toEqual([2, 3, 1]);
  expect(FakeEvents.opened.length).toBe(1);
});

test('polling is slow while the stream is open, and comes back when it breaks off', async () => {
  follow();
  const times = await reading();
  await pass(10_000);
  expect(times(sale)).toBe(2);
  await act(async () => FakeEvents.latest.open());
  await pass(50_000);
  expect(times(sale)).toBe(2);
  await pass(10_000);
  expect(times(sale)).toBe(3);
  await act(async () => FakeEvents.latest.fail());
  await pass(10_000);
  expect(times(sale)).toBe(4);
  // What was told while it was away is not known: everything that may have changed is asked for.
  await act(async () => FakeEvents.latest.open());
  await pass(gather);
  expect(times(sale)).toBe(5);
});

test('what somebody waits for keeps its pace', () => {
  up.value = true;
  expect(pace([sale], 3_000)).toBe(3_000);
  expect(pace([address('/operator/health')], 30_000)).toBe(30_000);
  expect(pace([sale, address('/operator/health')], 30_000)).toBe(30_000);
  expect(pace([sale], 10_000)).toBe(60_000);
  expect(pace([sale], 90_000)).toBe(90_000);
  up.value = false;
  expect(pace([sale], 10_000)).toBe(10_000);
});

test('a refused stream is tried again later', async () => {
  follow();
  FakeEvents.latest.fail(true);
  await pass(29_000);
  expect(FakeEvents.opened.length).toBe(1);
  await pass(1_000);
  expect(FakeEvents.opened.length).toBe(2);
});

test('a page that nobody looks at has no stream, and is up to date once somebody does', async () => {
  follow();
  FakeEvents.latest.open();
  const times = await reading();
  look('hidden');
  expect([FakeEvents.latest.readyState, up.value]).toEqual([FakeEvents.CLOSED, false]);
  await pass(30_000);
  expect(times(sale)).toBe(1);
  look('visible');
  expect(FakeEvents.opened.length).toBe(2);
  FakeEvents.latest.open();
  await pass(gather);
  expect(times(sale)).toBe(2);
  stop();
  look('visible');
  expect(FakeEvents.opened.length).toBe(2);
});

test('an event while an answer is on its way asks once more', async () => {
  follow();
  FakeEvents.latest.open();
  let answer = (_: unknown) => {};
  const { asked } = serve({ [sale]: () => new Promise((r) => (answer = r)) });
  const One = () => {
    useResource(sale);
    return null;
  };
  await act(async () => render(<One />, document.body));
  await pass(0);
  FakeEvents.latest.tell('purchase');
  await pass(gather);
  expect(asked.length).toBe(1);
  answer(fresh);
  await pass(0);
  expect(asked.length).toBe(2);
});

test('a browser without streams polls', () => {
  expect(followEvents('/api/v1/events', undefined)).toBeTypeOf('function');
  expect(up.value).toBe(false);
});
