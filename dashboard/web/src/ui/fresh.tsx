import { useId, useState } from 'preact/hooks';
import { locale, words } from '../i18n';
import type { AsOf } from '../schema/api.gen';
import { relative, utc, valid } from '../time';
import { Icon } from './icon';
import { Notice } from './notice';
import { clock, Time } from './time';

export interface Freshness {
  as_of: AsOf;
}

/** How old the newest booked block may be before a page says that its figures are behind, in milliseconds. */
export const behind = 3_600_000;

/** How long ago; the time itself where a chain's clock is ahead of the reader's, as that of a simulated chain may be. */
function ago(at: string, now = Date.now()): string {
  return Date.parse(at) > now + 60_000 ? clock(at) : relative(Date.parse(at), now, locale());
}

/** A badge: which block the figures are as of, how old that is, and how well it is proven. It opens to say what that means. */
export function FreshBadge({ of }: { of: Freshness }) {
  const w = words().fresh;
  const id = useId();
  const [open, setOpen] = useState(false);
  const { block, final, time, proof } = of.as_of;
  if (!valid(time)) return <p class="fresh">{w.notBegun}</p>;
  const n = (v: number) => v.toLocaleString(locale());
  return (
    <div class="fresh screen-only">
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span class={`proof ${proof}`}>
          <Icon of={proof === 'none' ? 'warn' : 'verify'} size={16} />
          {w.proof[proof] ?? proof}
        </span>
        <span>
          {w.block(n(block))}
          {final < block && <span class="muted"> · {w.final(n(final))}</span>}
        </span>
        <span class="muted">{w.asOf(ago(time))}</span>
      </button>
      <p class="hint" id={id} hidden={!open}>
        {w.proofMeans[proof]} {w.made} <Time at={time} /> · {utc(time)}
      </p>
    </div>
  );
}

/** A warning when the figures are old. */
export function Behind({ of, now = Date.now() }: { of: Freshness; now?: number }) {
  const at = of.as_of.time;
  if (!valid(at) || now - Date.parse(at) < behind) return null;
  return (
    <Notice tone="warn">
      {words().fresh.old(relative(Date.parse(at), now, locale()), of.as_of.block.toLocaleString(locale()))}
    </Notice>
  );
}
