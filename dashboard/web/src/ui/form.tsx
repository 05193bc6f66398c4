import type { ComponentChildren, Ref, TargetedEvent } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { words } from '../i18n';
import { Icon } from './icon';

interface Entry<E extends HTMLElement> {
  label: string;
  hint?: ComponentChildren;
  error?: string;
  value: string;
  onInput?: (e: TargetedEvent<E, Event>) => void;
  onBlur?: () => void;
  placeholder?: string;
  autocomplete?: string;
  maxLength?: number;
  disabled?: boolean;
  'data-testid'?: string;
}

interface Line extends Entry<HTMLInputElement> {
  optional?: boolean;
  type?: 'text' | 'date' | 'datetime-local' | 'password' | 'search';
  inputMode?: 'text' | 'decimal' | 'numeric' | 'search';
  list?: string;
  /** The input itself, for whoever has to give it the focus. */
  input?: Ref<HTMLInputElement>;
}

/** A field with its label, a hint, and what is wrong with it. */
export function Field({ label, hint, error, optional, type = 'text', input, ...more }: Line) {
  const id = useId();
  const rest: object = { type, ...more }; // the types of roles differ by the type of an input
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="muted"> ({words().general.optional})</span>}
      </label>
      <input
        id={id}
        ref={input}
        {...rest}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={hint || error ? `${id}-about` : undefined}
      />
      {(hint || error) && (
        <div id={`${id}-about`} class={error ? 'about bad' : 'about'} aria-live="polite">
          {error ?? hint}
        </div>
      )}
    </div>
  );
}

/** A text of several lines. */
export function TextArea({ label, hint, error, ...area }: Entry<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        spellcheck={false}
        {...area}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={hint || error ? `${id}-about` : undefined}
      />
      {(hint || error) && (
        <div id={`${id}-about`} class={error ? 'about bad' : 'about'} aria-live="polite">
          {error ?? hint}
        </div>
      )}
    </div>
  );
}

/** A choice out of a list. */
export function Choose({
  label,
  value,
  options,
  onPick,
}: {
  label: string;
  value: string;
  options: [value: string, name: string][];
  onPick: (v: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(e) => onPick(e.currentTarget.value)}>
        {options.map(([v, name]) => (
          <option key={v} value={v} selected={v === value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A number with buttons beside it. What is typed stays as it is typed; `value` is the last number that it was, which the buttons go on
 * from. */
export function Stepper({
  label,
  text,
  value,
  least,
  most,
  less,
  more,
  hint,
  error,
  focus,
  onText,
}: {
  label: string;
  text: string;
  value: number;
  least: number;
  most: number;
  less: string;
  more: string;
  hint?: ComponentChildren;
  error?: string;
  /** Take the focus when it is first shown. */
  focus?: boolean;
  onText: (text: string) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) input.current?.focus();
  }, []);
  const pick = (n: number) => onText(String(Math.min(most, Math.max(least, n))));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="stepper" data-invalid={!!error}>
        <button type="button" aria-label={less} disabled={value <= least} onClick={() => pick(value - 1)}>
          <Icon of="minus" />
        </button>
        <input
          id={id}
          ref={input}
          inputMode="numeric"
          autocomplete="off"
          value={text}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={hint || error ? `${id}-about` : undefined}
          onInput={(e) => onText(e.currentTarget.value)}
          onKeyDown={(e) => {
            const by = e.key === 'ArrowUp' ? 1 : e.key === 'ArrowDown' ? -1 : 0;
            if (by === 0) return;
            e.preventDefault();
            pick(value + by);
          }}
        />
        <button type="button" aria-label={more} disabled={value >= most} onClick={() => pick(value + 1)}>
          <Icon of="buy" />
        </button>
      </div>
      {(hint || error) && (
        <div id={`${id}-about`} class={error ? 'about bad' : 'about'} aria-live="polite">
          {error ?? hint}
        </div>
      )}
    </div>
  );
}

/** One of a few, as buttons in a row. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onPick,
}: {
  label: string;
  value: T;
  options: [value: T, name: string][];
  onPick: (v: T) => void;
}) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="hidden">{label}</legend>
      {options.map(([v, text]) => (
        <label key={v}>
          <input type="radio" name={name} value={v} checked={v === value} onChange={() => onPick(v)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
