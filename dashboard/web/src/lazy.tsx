// Pages are loaded when they are opened. A page that cannot be loaded, for instance because the site was updated in between,
// says so and offers to load everything again.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from './i18n';
import { Skeleton } from './ui/loading';
import { Notice } from './ui/notice';

/** A component whose code is loaded when it is first shown. */
export function lazy<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  let found: ComponentType<P> | undefined;
  return function Lazy(props: P) {
    const [, render] = useState(0);
    const [failed, fail] = useState(false);
    useEffect(() => {
      if (found) return;
      let gone = false;
      load().then(
        (m) => {
          found = m.default;
          if (!gone) render((n) => n + 1);
        },
        () => {
          if (!gone) fail(true);
        },
      );
      return () => {
        gone = true;
      };
    }, []);
    const Found = found;
    if (Found) return <Found {...props} />;
    if (!failed) return <Skeleton lines={4} tall />;
    const w = words().shell.broken;
    return (
      <Notice
        tone="bad"
        title={w.title}
        action={
          <button type="button" class="button" onClick={() => window.location.reload()}>
            {w.reload}
          </button>
        }
      />
    );
  };
}
