import { useEffect, useState } from 'preact/hooks';
import { words } from '../i18n';
import { announce } from './announce';
import { Icon } from './icon';

/** A button that copies a text. name says what is copied; with children it shows them instead of the icon alone. */
export function Copy({ text, name, label }: { text: string; name: string; label?: string }) {
  const w = words().general;
  const [done, set] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => set(false), 1500);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      set(true);
      announce(w.copied);
    } catch {
      announce(w.copyFailed);
    }
  };
  return (
    <button
      type="button"
      class={label ? 'button quiet' : 'copy'}
      aria-label={label ? undefined : name}
      title={name}
      onClick={copy}
      data-done={done}
    >
      <Icon of={done ? 'done' : 'copy'} size={16} />
      {label && <span>{done ? w.copied : label}</span>}
    </button>
  );
}
