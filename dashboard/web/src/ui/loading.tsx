import type { ComponentChildren } from 'preact';
import type { Resource } from '../api/resource';
import { locale, words } from '../i18n';
import { relative } from '../time';
import { Notice, ProblemOf } from './notice';

/** Grey bars in the place of what is being read. */
export function Skeleton({ lines = 3, tall = false }: { lines?: number; tall?: boolean }) {
  return (
    <div class={tall ? 'skeleton tall' : 'skeleton'} role="status">
      <span class="hidden">{words().general.loading}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} class="bar" aria-hidden="true" />
      ))}
    </div>
  );
}

/** Shows a resource: bars while it is read, the problem when it failed, what was read before with a warning when reading it
 * again failed. */
export function Show<T>({
  of,
  lines,
  tall,
  children,
}: {
  of: Resource<T>;
  lines?: number;
  tall?: boolean;
  children: (data: T) => ComponentChildren;
}) {
  if (of.data === undefined) {
    if (of.problem && !of.loading) return <ProblemOf of={of.problem} retry={of.reload} />;
    return <Skeleton lines={lines} tall={tall} />;
  }
  return (
    <>
      {of.problem && (
        <Notice tone="warn">{words().fresh.failing(relative(of.readAt ?? Date.now(), Date.now(), locale()))}</Notice>
      )}
      {children(of.data)}
    </>
  );
}
