// A place to drop a file on. The button is the way of those who do not drag.
import { useId, useRef, useState } from 'preact/hooks';
import { Icon } from './icon';

export function FileDrop({
  label,
  button,
  hint,
  accept = '.json,application/json',
  onFile,
}: {
  label: string;
  button: string;
  hint?: string;
  accept?: string;
  onFile: (f: File) => void;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null | undefined) => {
    const file = list?.[0];
    if (file) onFile(file);
  };
  return (
    <div
      class="drop"
      data-over={over}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        take(e.dataTransfer?.files);
      }}
    >
      <Icon of="file" size={24} />
      <span>{label}</span>
      <button
        type="button"
        class="button"
        aria-describedby={hint ? `${id}-about` : undefined}
        onClick={() => input.current?.click()}
      >
        {button}
      </button>
      <input
        ref={input}
        class="hidden"
        type="file"
        accept={accept}
        aria-label={button}
        tabIndex={-1}
        onChange={(e) => {
          take(e.currentTarget.files);
          e.currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
      {hint && (
        <p id={`${id}-about`} class="hint" aria-live="polite">
          {hint}
        </p>
      )}
    </div>
  );
}
