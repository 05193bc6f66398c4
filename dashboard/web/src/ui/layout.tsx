import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { moved } from '../route';
import { Behind, FreshBadge, type Freshness } from './fresh';

/** A page. Its heading takes the focus when it is opened from another one, so that a screen reader begins there. */
export function Page({
  title,
  lead,
  fresh,
  action,
  children,
}: {
  title: string;
  lead?: ComponentChildren;
  fresh?: Freshness;
  action?: ComponentChildren;
  children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved.peek()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <header class="page-head">
        <div>
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {lead && <p class="lead">{lead}</p>}
          {fresh && <FreshBadge of={fresh} />}
        </div>
        {action}
      </header>
      {fresh && <Behind of={fresh} />}
      {children}
    </>
  );
}

/** A card with a heading of the second level. */
export function Card({
  title,
  hint,
  action,
  children,
  wide = false,
  focus = false,
}: {
  title?: string;
  hint?: ComponentChildren;
  action?: ComponentChildren;
  children: ComponentChildren;
  wide?: boolean;
  /** Give the heading the focus when the card is first shown. */
  focus?: boolean;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, []);
  return (
    <section class={wide ? 'card wide' : 'card'} aria-labelledby={title ? id : undefined}>
      {title && (
        <div class="card-head">
          <div>
            <h2 id={id} ref={heading} tabIndex={focus ? -1 : undefined}>
              {title}
            </h2>
            {hint && <p class="hint">{hint}</p>}
          </div>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}

/** A figure with its name. */
export function Stat({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <div class="stat">
      <dt>{label}</dt>
      <dd>{children}</dd>
      {hint && <dd class="hint">{hint}</dd>}
    </div>
  );
}

export function Stats({ children }: { children: ComponentChildren }) {
  return <dl class="stats">{children}</dl>;
}

/** Names and values below each other. */
export function Facts({ rows, busy }: { rows: [string, ComponentChildren][]; busy?: boolean }) {
  return (
    <dl class="facts" aria-busy={busy}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
