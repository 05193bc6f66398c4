import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/http';
import { words } from '../i18n';
import { Icon } from './icon';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const icons = { info: 'info', good: 'done', warn: 'warn', bad: 'bad' } as const;

/** A message with what to do. A bad one interrupts a screen reader, the others wait for it. */
export function Notice({
  tone = 'info',
  title,
  children,
  action,
}: {
  tone?: Tone;
  title?: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon of={icons[tone]} />
      <div class="notice-text">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}

/** What a problem of the API means for a person. */
export function sentence(p: ApiProblem): string {
  const w = words().problem;
  if (p.status === 429) return w.limited;
  if (p.code === 'offline') return w.offline;
  if (p.code === 'broken') return w.broken;
  const own = w.byCode[p.code];
  if (own) return own;
  if (p.detail) return [p.detail, ...p.reasons.filter((r) => !p.detail.includes(r))].join(' ');
  return w.http(p.status);
}

/** A problem in the place of what it kept from being shown. */
export function ProblemOf({
  of,
  retry,
  detailed,
}: {
  of: ApiProblem;
  retry?: () => void;
  /** The server's own words stand beside those of the page: they name the values and the limits. */
  detailed?: boolean;
}) {
  const w = words();
  // An older server does not know the address at all.
  if (of.code === 'no-such-path') return <Empty title={w.problem.missing} />;
  return (
    <Notice
      tone="bad"
      title={w.problem.title}
      action={
        retry && (
          <button type="button" class="button" onClick={retry}>
            {w.general.retry}
          </button>
        )
      }
    >
      {sentence(of)}
      {detailed && of.detail && !sentence(of).includes(of.detail) && ` ${of.detail}`}
    </Notice>
  );
}

/** What stands where a list is empty: what it would show, and what to do. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <strong>{title}</strong>
      {children && <p>{children}</p>}
    </div>
  );
}
