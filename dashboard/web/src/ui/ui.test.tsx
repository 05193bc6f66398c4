import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiProblem } from '../api/http';
import { useAll, useResource } from '../api/resource';
import { Chart } from '../chart';
import { zone } from '../setting';
import { named, press, show, shows, text, type, until } from '../testing/screen';
import { eth, fresh, Refusal, serve } from '../testing/server';
import { Address } from './address';
import { AmountOf, Decimal } from './amount';
import { Announcer } from './announce';
import { Stepper } from './form';
import { Behind, FreshBadge } from './fresh';
import { Show } from './loading';
import { sentence } from './notice';
import { Progress } from './progress';
import { Table } from './table';
import { Tabs } from './tabs';
import { Time } from './time';

vi.mock('../chart/plot', () => ({ default: () => null })); // there is no canvas here

let leave = () => {};
afterEach(() => leave());

test('an amount: rounded for reading with a mark, whole in its title, base units to copy, named by what is copied', async () => {
  const copied: string[] = [];
  vi.stubGlobal('navigator', {
    ...navigator,
    languages: ['en'],
    clipboard: { writeText: async (t: string) => copied.push(t) },
  });
  leave = await show(
    <>
      <AmountOf of={eth('1234567890123456789')} places={3} />
      <Announcer />
    </>,
  );
  expect(text()).toContain('≈1.235 ETH');
  expect(document.querySelector('.amount [title]')?.getAttribute('title')).toBe(
    '1.234567890123456789 ETH\n1234567890123456789 base units of ETH',
  );
  await press('Copy 1.234567890123456789 ETH in base units');
  await shows('Copied');
  expect(copied).toEqual(['1234567890123456789']);
  expect(named('Copy 1.234567890123456789 ETH in base units')?.tabIndex).toBe(-1); // one of very many
});

test('a browser that does not allow copying', async () => {
  vi.stubGlobal('navigator', {
    ...navigator,
    languages: ['en'],
    clipboard: { writeText: async () => Promise.reject(new Error('no')) },
  });
  leave = await show(
    <>
      <Address of={`0x${'ab'.repeat(20)}`} />
      <Announcer />
    </>,
  );
  expect(text()).toContain('0xabab…abab');
  await press('Copy the address 0xabab…abab');
  await shows('The browser did not allow copying');
});

test('exact numbers, times, bars', async () => {
  leave = await show(
    <>
      <Decimal of="24/7" places={1} unit="a day" />
      <Decimal of="" />
      <Time at="2027-01-03T14:05:12Z" />
      <Time at="" />
      <Progress done={1n} of={3n} label="Sold" />
    </>,
  );
  expect(text()).toContain('3.4 a day');
  expect(document.querySelector('time')?.title).toBe('2027-01-03 14:05:12 UTC');
  expect(text()).toContain('Not known');
  const bar = document.querySelector('[role=progressbar]');
  expect([bar?.getAttribute('aria-valuenow'), bar?.getAttribute('aria-valuetext')]).toEqual(['33', '33.3%']);
});

test('times in the zone that the reader chose', async () => {
  zone.value = 'utc';
  leave = await show(<Time at="2027-01-03T14:05:12Z" />);
  expect(text()).toContain('UTC');
  expect(text()).toContain('2:05');
  expect(document.querySelector('time')?.title).not.toContain('UTC');
  zone.value = 'local';
  await until(() => !text().includes('UTC'));
  expect(document.querySelector('time')?.title).toBe('2027-01-03 14:05:12 UTC');
});

test('how fresh and how proven', async () => {
  leave = await show(
    <>
      <FreshBadge of={fresh} />
      <Behind of={fresh} now={Date.parse(fresh.as_of.time) + 7_200_000} />
    </>,
  );
  expect(text()).toContain('Every block proven');
  expect(text()).toContain('Block 100 · final to 96');
  const badge = document.querySelector('.fresh button') as HTMLButtonElement;
  const means = document.getElementById(badge.getAttribute('aria-controls') as string) as HTMLElement;
  expect(means.hidden).toBe(true);
  await act(async () => badge.click());
  expect([badge.getAttribute('aria-expanded'), means.hidden]).toEqual(['true', false]);
  expect(document.querySelector('.fresh p')?.textContent).toMatch(
    /no event was left out\. This block was made .+ · 2026-11-01 00:00:00 UTC$/,
  );
  expect(text()).toContain('The books stand at block 100, made 2 hours ago');
  leave();
  leave = await show(
    <>
      <FreshBadge of={{ as_of: { block: 0, time: '', final: 0, proof: '' } }} />
      <Behind of={fresh} now={Date.parse(fresh.as_of.time)} />
    </>,
  );
  expect(text()).toBe('Nothing is booked yet');
});

test('what is old stays, with how old it is', async () => {
  function Reader() {
    const r = useResource<{ n: number }>('/api/v1/x');
    return (
      <>
        <button type="button" onClick={r.reload}>
          again
        </button>
        <Show of={r}>{(d) => <p>n is {d.n}</p>}</Show>
      </>
    );
  }
  const { answers } = serve({ '/api/v1/x': { n: 7 } });
  leave = await show(<Reader />);
  await shows('n is 7');
  answers['/api/v1/x'] = new Refusal(500, 'internal', 'broken');
  await press('again');
  await shows('The server does not answer. You see its figures of now.');
  expect(text()).toContain('n is 7');
  answers['/api/v1/x'] = { n: 8 };
  await press('again');
  await shows('n is 8');
  expect(text()).not.toContain('does not answer');
});

test('an answer is never shown for another question', async () => {
  function Reader() {
    const [n, set] = useState(1);
    const one = useResource<{ n: number }>(`/api/v1/${n}`);
    const all = useAll<{ n: number }>([`/api/v1/${n}`, `/api/v1/${n + 1}`]);
    return (
      <button type="button" onClick={() => set(n + 1)}>
        {n}: {one.data?.n ?? 'none'} {all.data?.map((d) => d.n).join('+') ?? 'none'}
      </button>
    );
  }
  serve({ '/api/v1/1': { n: 1 }, '/api/v1/2': { n: 2 }, '/api/v1/3': { n: 3 } });
  leave = await show(<Reader />);
  await shows('1: 1 1+2');
  await act(async () => named('1: 1 1+2')?.click());
  expect(text()).not.toMatch(/2: 1/);
  await shows('2: 2 2+3');
});

test('what went wrong, in sentences', () => {
  expect(sentence(new ApiProblem('offline', ''))).toContain('Check your connection');
  expect(sentence(new ApiProblem('x', 'a', 429))).toContain('Wait a moment');
  expect(sentence(new ApiProblem('http', '', 418))).toContain('418');
  expect(sentence(new ApiProblem('not-ready', 'not now', 503, { reasons: ['frozen', 'not now'] }))).toBe(
    'not now frozen',
  );
});

test('tabs move with the arrow keys', async () => {
  function Two() {
    const [v, set] = useState<'a' | 'b'>('a');
    return (
      <Tabs
        label="Two"
        value={v}
        tabs={[
          ['a', 'First'],
          ['b', 'Second'],
        ]}
        onPick={set}
      >
        panel {v}
      </Tabs>
    );
  }
  leave = await show(<Two />);
  const key = (k: string) =>
    act(
      async () =>
        void document
          .querySelector('[role=tablist]')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: k, bubbles: true, cancelable: true })),
    );
  await key('ArrowRight');
  await shows('panel b');
  expect(document.activeElement?.textContent).toBe('Second');
  await key('ArrowRight');
  await shows('panel a');
  await key('End');
  expect(document.querySelector('[aria-selected=true]')?.textContent).toBe('Second');
  await key('x');
  await shows('panel b');
});

test('a stepper keeps to its bounds', async () => {
  function Counter() {
    const [text, set] = useState('1');
    return (
      <Stepper label="Nodes" text={text} value={Number(text)} least={1} most={3} less="less" more="more" onText={set} />
    );
  }
  leave = await show(<Counter />);
  expect((named('less') as HTMLButtonElement).disabled).toBe(true);
  await press('more');
  await press('more');
  await until(() => (named('more') as HTMLButtonElement).disabled);
  await type('Nodes', '1');
  await until(() => (named('less') as HTMLButtonElement).disabled);
});

test('tables and charts have their figures in rows with names', async () => {
  leave = await show(
    <>
      <Table
        caption="Tiers"
        rows={[1, 2]}
        keyOf={(r) => r}
        columns={[
          { name: 'Tier', cell: (r) => r },
          { name: 'Twice', number: true, cell: (r) => 2 * r },
        ]}
      />
      <Chart
        label="Curve"
        first="Date"
        x={[0, 1]}
        lines={[{ name: 'Locked', values: [1, 2], look: 'main' }]}
        rows={[
          { at: 'day 1', cells: ['one'] },
          { at: 'day 2', cells: ['two'] },
        ]}
      />
    </>,
  );
  expect(document.querySelector('caption')?.textContent).toBe('Tiers');
  expect([...document.querySelectorAll('td')].map((td) => `${td.dataset.name}=${td.textContent}`)).toEqual([
    'Tier=1',
    'Twice=2',
    'Tier=2',
    'Twice=4',
    'Date=day 1',
    'Locked=one',
    'Date=day 2',
    'Locked=two',
  ]);
  expect(document.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Curve');
});
