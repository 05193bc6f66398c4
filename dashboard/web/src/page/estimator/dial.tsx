import { useId } from 'preact/hooks';
import { parseWhole, whole } from '../../money';

interface Props {
  /** The assumption that it changes, so that others can lead to it. */
  name?: string;
  label: string;
  value: string;
  least: number;
  most: number;
  /** Places of the slider's steps: 2 makes steps of 0.01. */
  places?: number;
  unit?: string;
  hint?: string;
  error?: string;
  onPick: (v: string) => void;
}

/** A slider with a field beside it. The field takes more than the slider reaches. */
export function Dial({ name, label, value, least, most, places = 0, unit, hint, error, onPick }: Props) {
  const id = useId();
  const at = parseWhole(value, places);
  return (
    <div class="field dial" data-assumption={name}>
      <label for={id}>{label}</label>
      <div class="dial-row">
        <input
          type="range"
          aria-label={label}
          min={least}
          max={most}
          value={at === undefined ? least : Number(at)}
          onInput={(e) => onPick(whole(BigInt(e.currentTarget.value), places))}
        />
        <span class="dial-entry">
          <input
            id={id}
            inputMode="decimal"
            autocomplete="off"
            value={value}
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={hint || error ? `${id}-about` : undefined}
            onInput={(e) => onPick(e.currentTarget.value.trim())}
          />
          {unit && <span class="muted">{unit}</span>}
        </span>
      </div>
      {(hint || error) && (
        <div id={`${id}-about`} class={error ? 'about bad' : 'about'}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}
