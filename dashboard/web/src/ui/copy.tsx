import { useEffect, useState } from 'preact/hooks';
import { words } from '../i18n';
import { announce } from './announce';
import { Icon } from './icon';

interface Props {
  text: string;
  /** What is copied. */
  name: string;
  /** Shown beside the icon. */
  label?: string;
  /** One of so many that the tab key would stop at little else; the pointer and a screen reader still find it. */
  aside?: boolean;
}

/** A button that copies a text. */
export function Copy({ text, name, label, aside }: Props) {
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
      tabIndex={aside ? -1 : undefined}
      onClick={copy}
      data-done={done}
    >
      <Icon of={done ? 'done' : 'copy'} size={16} />
      {label && <span>{done ? w.copied : label}</span>}
    </button>
  );
}
