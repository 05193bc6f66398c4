import { locale, words } from '../i18n';
import { zone } from '../setting';
import { day, local, relative, universal, utc, valid } from '../time';

/** An instant in the zone that the reader chose, as a text. */
export function clock(at: string): string {
  return zone.value === 'utc' ? universal(at, locale()) : local(at, locale());
}

/** An instant in the zone that the reader chose; the title has the other one. */
export function Time({ at, how = 'local' }: { at: string; how?: 'local' | 'day' | 'relative' }) {
  if (!valid(at)) return <span class="muted">{words().general.unknown}</span>;
  const text =
    how === 'day' ? day(at, locale()) : how === 'relative' ? relative(Date.parse(at), Date.now(), locale()) : clock(at);
  const other =
    how === 'relative'
      ? `${local(at, locale())}\n${utc(at)}`
      : how === 'local' && zone.value === 'utc'
        ? local(at, locale())
        : utc(at);
  return (
    <time dateTime={at} title={other}>
      {text}
    </time>
  );
}
