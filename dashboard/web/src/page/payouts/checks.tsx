import type { ComponentChildren } from 'preact';
import { words } from '../../i18n';
import { Icon } from '../../ui/icon';

export interface Check {
  name: string;
  state: 'done' | 'failed' | 'waiting';
  note?: ComponentChildren;
}

const icons = { done: 'done', failed: 'bad', waiting: 'info' } as const;

/** What was checked in this browser, each with its result in words for those who do not see the sign. */
export function Checks({ list }: { list: Check[] }) {
  const w = words().payouts.claim.checks;
  return (
    <ul class="checks" aria-label={w.title}>
      {list.map((c) => (
        <li key={c.name} class={c.state}>
          <Icon of={icons[c.state]} size={16} />
          <span>
            {c.name} <span class="hidden">{w[c.state]}</span>
            {c.note && <span class="hint">{c.note}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
