import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

/** Tabs: arrow keys move between them, the panel of the chosen one is shown. */
export function Tabs<T extends string>({
  label,
  value,
  tabs,
  onPick,
  children,
}: {
  label: string;
  value: T;
  tabs: [value: T, name: string][];
  onPick: (v: T) => void;
  children: ComponentChildren;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // On a phone the tabs can be wider than the screen: the chosen one is brought into its middle.
  useEffect(() => {
    const all = list.current;
    const tab = all?.querySelector<HTMLElement>('[aria-selected=true]');
    if (all && tab) all.scrollLeft = tab.offsetLeft - all.offsetLeft - (all.clientWidth - tab.offsetWidth) / 2;
  }, [value]);
  const move = (e: KeyboardEvent) => {
    const at = tabs.findIndex(([v]) => v === value);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    onPick(next[0]);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next[0]}"]`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(([v, name]) => (
          <button
            key={v}
            type="button"
            role="tab"
            id={`${id}-${v}`}
            data-tab={v}
            aria-selected={v === value}
            aria-controls={`${id}-panel`}
            tabIndex={v === value ? 0 : -1}
            onClick={() => onPick(v)}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" tabIndex={-1} id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  );
}
