import { locale, words } from '../i18n';
import { day, local, relative, utc, valid } from '../time';

/** An instant in the reader's zone; the title has UTC. */
export function Time({ at, how = 'local' }: { at: string; how?: 'local' | 'day' | 'relative' }) {
  if (!valid(at)) return <span class="muted">{words().general.unknown}</span>;
  const text = how === 'day' ? day(at, locale()) : how === 'relative' ? relative(Date.parse(at), Date.now(), locale()) : local(at, locale());
  return (
    <time dateTime={at} title={how === 'relative' ? `${local(at, locale())}\n${utc(at)}` : utc(at)}>
      {text}
    </time>
  );
}
