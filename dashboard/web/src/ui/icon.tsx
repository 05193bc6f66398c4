// Line icons of 20 px. They only decorate: a name stands beside each, or on its button.
const shapes = {
  sale: 'M3 17V9m5 8V4m5 13v-6m4 6V7',
  buy: 'M10 4v12M4 10h12',
  nodes: 'M10 3l6 3.5v7L10 17l-6-3.5v-7zM4 6.5l6 3.5 6-3.5M10 10v7',
  rewards:
    'M10 3v14M6.5 6.2C7 4.8 8.3 4.5 10 4.5c2 0 3.5.8 3.5 2.6 0 3.8-7 2-7 5.6 0 1.8 1.6 2.8 3.5 2.8 1.8 0 3.2-.6 3.6-2',
  referrals:
    'M7.5 9.5a3 3 0 100-6 3 3 0 000 6zM2 17c.3-3 2.3-5 5.5-5s5.2 2 5.5 5M13 4a2.7 2.7 0 010 5.2M15 12.4c1.8.6 2.8 2.3 3 4.6',
  estimator: 'M3 16c4 0 5-10 9-10 2.500 0 3.500 2 5 4M3 3v14h14',
  payouts: 'M3 10h12m-4-4l4 4-4 4M17 4v12',
  books:
    'M10 5c-2-1.500-4.500-1.500-7-1v11c2.500-.500 5-.500 7 1 2-1.500 4.500-1.500 7-1V4c-2.500-.500-5-.500-7 1zM10 5v11',
  verify: 'M10 3l6 2.500v4.500c0 4-2.700 6-6 7-3.300-1-6-3-6-7V5.500zM7.500 10l1.800 1.800L13 8',
  operator: 'M4 6h7m4 0h1M4 14h1m4 0h7M13 4v4M7 12v4',
  copy: 'M7 7V4h9v9h-3M4 7h9v9H4z',
  done: 'M4 10.500l4 4 8-9',
  warn: 'M10 4l7 12H3zM10 9v3m0 2v.1',
  bad: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 6.500V11m0 2.500v.1',
  info: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 9v4.500M10 6.500v.1',
  menu: 'M3 6h14M3 10h14M3 14h14',
  close: 'M5 5l10 10M15 5L5 15',
  out: 'M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
  minus: 'M4 10h12',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ of, size = 20 }: { of: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[of]} />
    </svg>
  );
}
