import { locale } from '../i18n';
import { percent } from '../money';

/** How much of a whole is done. The bar's width is a percentage of a tenth; the figure beside it is exact. */
export function Progress({ done, of, label }: { done: bigint; of: bigint; label: string }) {
  const tenths = of === 0n ? 0n : (done * 1000n) / of;
  const wide = tenths > 1000n ? 1000n : tenths;
  return (
    <span
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Number(wide / 10n)}
      aria-valuetext={percent(done, of, { locale: locale() })}
    >
      <span style={{ width: `${wide / 10n}.${wide % 10n}%` }} />
    </span>
  );
}

export interface Step {
  name: string;
  state: 'done' | 'now' | 'waiting' | 'failed';
  note?: preact.ComponentChildren;
}

/** Steps of something that takes a while; the one in work is said by a screen reader when it changes. */
export function Steps({ label, steps }: { label: string; steps: Step[] }) {
  return (
    <ol class="steps" aria-label={label} aria-live="polite">
      {steps.map((s) => (
        <li key={s.name} class={s.state} aria-current={s.state === 'now' ? 'step' : undefined}>
          <strong>{s.name}</strong>
          {s.note && <div class="hint">{s.note}</div>}
        </li>
      ))}
    </ol>
  );
}
