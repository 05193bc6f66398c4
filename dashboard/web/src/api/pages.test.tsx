import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { named, press, shows, text } from '../testing/screen';
import { Refusal, serve } from '../testing/server';
import { More } from '../ui/more';
import { usePages } from './pages';

interface Numbers {
  numbers: number[];
  next: string;
  of: string;
}

afterEach(() => render(null, document.body));

const wrong: Numbers[] = [];

function List({ first }: { first: Numbers }) {
  const pages = usePages<Numbers, number>(
    first,
    (page) => page.numbers,
    (after) => `/numbers?after=${after}`,
    {
      keep: (page) => {
        if (page.of !== first.of) wrong.push(page);
        return page.of === first.of;
      },
    },
  );
  return (
    <>
      <p>{`numbers ${pages.rows.join(' ')}`}</p>
      <More of={pages} />
    </>
  );
}

test('pages follow each other until the last one', async () => {
  const { asked } = serve({
    '/numbers': (url: URL) =>
      url.searchParams.get('after') === '2'
        ? { numbers: [3, 4], next: '4', of: 'a' }
        : { numbers: [5], next: '', of: 'a' },
  });
  render(<List first={{ numbers: [1, 2], next: '2', of: 'a' }} />, document.body);
  await shows('numbers 1 2');
  await press('Show more');
  await shows('numbers 1 2 3 4');
  await press('Show more');
  await shows('numbers 1 2 3 4 5');
  expect(named('Show more')).toBeUndefined();
  expect(asked).toEqual(['/numbers?after=2', '/numbers?after=4']);
});

test('while a page is read the button waits; what went wrong is said, and it can be asked for again', async () => {
  let answer: (page: object) => void = () => {};
  const { answers } = serve({ '/numbers': () => new Promise<object>((resolve) => (answer = resolve)) });
  render(<List first={{ numbers: [1], next: '1', of: 'a' }} />, document.body);
  await shows('numbers 1');
  await press('Show more');
  expect((named('Show more') as HTMLButtonElement).disabled).toBe(true);
  answer(new Refusal(500, 'internal', 'the disk is full'));
  await shows('the disk is full');
  expect((named('Show more') as HTMLButtonElement).disabled).toBe(false);
  answers['/numbers'] = { numbers: [2], next: '', of: 'a' };
  await press('Show more');
  await shows('numbers 1 2');
  expect(text()).not.toContain('the disk is full');
});

test('a page that does not belong to the first one is left out', async () => {
  serve({ '/numbers': { numbers: [9], next: '', of: 'b' } });
  render(<List first={{ numbers: [1], next: '1', of: 'a' }} />, document.body);
  await shows('numbers 1');
  await press('Show more');
  await shows('numbers 1');
  expect(wrong).toHaveLength(1);
  expect(text()).not.toContain('9');
});
