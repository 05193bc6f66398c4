// Pages are loaded when they are opened. A page that cannot be loaded, for instance because the site was updated in between,
// says so and offers to load everything again.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from './i18n';
import { Skeleton } from './ui/loading';
import { Notice } from './ui/notice';

/** A component whose code is loaded later. load begins it before it is shown; what fails then is tried again when it is. */
export type Later<P extends object> = ComponentType<P> & { load: () => void };

/** A component whose code is loaded when it is first shown. */
export function lazy<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): Later<P> {
  return loadedWhen(load, (_, then) => {
    then();
    return () => undefined;
  });
}

/** A component further down a page, whose code is loaded when its place comes into view. */
export function lazyBelow<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  return loadedWhen(load, (place, then) => {
    const view = new IntersectionObserver((entries) => {
      if (entries.some((e) => e.isIntersecting)) then();
    });
    view.observe(place);
    return () => view.disconnect();
  });
}

/** Waits for the moment to load the code; what wait answers ends the waiting. */
type Wait = (place: Element, then: () => void) => () => void;

function loadedWhen<P extends object>(load: () => Promise<{ default: ComponentType<P> }>, wait: Wait): Later<P> {
  let found: ComponentType<P> | undefined;
  const begin = () =>
    load().then((m) => {
      found = m.default;
    });
  function Lazy(props: P) {
    const [, render] = useState(0);
    const [failed, fail] = useState(false);
    const place = useRef<HTMLDivElement>(null);
    useEffect(() => {
      // Another place may have loaded it between this one's drawing and now.
      if (found) return render((n) => n + 1);
      if (!place.current) return;
      let gone = false;
      const end = wait(place.current, () =>
        begin().then(
          () => {
            if (!gone) render((n) => n + 1);
          },
          () => {
            if (!gone) fail(true);
          },
        ),
      );
      return () => {
        gone = true;
        end();
      };
    }, []);
    const Found = found;
    if (Found) return <Found {...props} />;
    if (!failed)
      return (
        <div ref={place}>
          <Skeleton lines={4} tall />
        </div>
      );
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
  }
  return Object.assign(Lazy, { load: () => void begin().catch(() => undefined) });
}
