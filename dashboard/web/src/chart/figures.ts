// Numbers and days as a chart writes them.

/** The point whose figures stand below the drawing while nobody points at one: the newest that is not ahead, or the first. */
export function resting(x: readonly number[], now: number): number {
  return Math.max(0, x.filter((t) => t * 1000 <= now).length - 1);
}

/** Numbers and days as they stand on the axes and below the drawing. */
export function figures(tag: string, unit: string | undefined) {
  // English shortens a million to "m" or "M" by country, and "m" is also a thousandth: one of them, everywhere.
  const short = new Intl.NumberFormat(tag.startsWith('en') ? 'en-US' : tag, {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const month = new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const six = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 });
  const two = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const small = new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 });
  return {
    tick: (v: number) => (Math.abs(v) < 1 ? small : short).format(v),
    time: (t: number, step: number) => (step < 28 * 86_400 ? day : month).format(t * 1000),
    at: (t: number) => exact.format(t * 1000),
    value: (v: number) => {
      const places = Math.abs(v) < 1 ? 6 : 2;
      const mark = Number(v.toFixed(places)) === v ? '' : '≈';
      return `${mark}${(places === 6 ? six : two).format(v)}${unit ? ` ${unit}` : ''}`;
    },
  };
}
