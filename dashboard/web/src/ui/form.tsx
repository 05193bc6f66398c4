import type { ComponentChildren, TargetedEvent } from 'preact';
import { useId } from 'preact/hooks';
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
}

/** A field with its label, a hint, and what is wrong with it. */
export function Field({ label, hint, error, optional, type = 'text', ...input }: Line) {
  const id = useId();
  const rest: object = { type, ...input }; // the types of roles differ by the type of an input
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="muted"> ({words().general.optional})</span>}
      </label>
      <input
        id={id}
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

/** A number with buttons beside it. */
export function Stepper({
  label,
  value,
  least,
  most,
  less,
  more,
  hint,
  onPick,
}: {
  label: string;
  value: number;
  least: number;
  most: number;
  less: string;
  more: string;
  hint?: ComponentChildren;
  onPick: (n: number) => void;
}) {
  const id = useId();
  const pick = (n: number) => onPick(Math.min(most, Math.max(least, n)));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="stepper">
        <button type="button" aria-label={less} disabled={value <= least} onClick={() => pick(value - 1)}>
          <Icon of="minus" />
        </button>
        <input
          id={id}
          inputMode="numeric"
          autocomplete="off"
          value={String(value)}
          aria-describedby={hint ? `${id}-about` : undefined}
          onInput={(e) => {
            const digits = e.currentTarget.value.replace(/[^0-9]/g, '').slice(0, 6);
            if (digits !== '') onPick(Math.max(least, Number(digits))); // more than there is: the answer says how many there are
            if (e.currentTarget.value !== digits) e.currentTarget.value = digits;
          }}
          onBlur={(e) => {
            e.currentTarget.value = String(value);
          }}
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
      {hint && (
        <div id={`${id}-about`} class="about">
          {hint}
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
