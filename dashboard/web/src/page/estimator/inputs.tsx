// What can be assumed.
import { words } from '../../i18n';
import { Copy } from '../../ui/copy';
import { Choose, Field } from '../../ui/form';
import { Card } from '../../ui/layout';
import { headingOfCode } from '../../ui/sentence';
import { type Assumptions, good, type Limits, type Name, read, tooMuch } from './assumption';
import { Dial } from './dial';

const further: Name[] = [
  'wallet',
  'code',
  'adoption-of',
  'point-price',
  'average-factor',
  'drop-by',
  'coverage',
  'fund',
  'holder-nodes',
  'currency',
  'rate',
  'point-days',
  'points-issued',
  'tge',
];

export function Inputs({
  of: a,
  asset,
  limits,
  onChange,
}: {
  of: Assumptions;
  asset: string;
  /** The most that can be asked for; undefined before the first answer. */
  limits: Limits | undefined;
  onChange: (a: Assumptions) => void;
}) {
  const w = words().estimator;
  const set = (name: Name) => (v: string) => onChange({ ...a, [name]: v });
  const fault = (name: Name) =>
    good(name, a[name]) && !tooMuch(name, a[name], limits) ? undefined : w.faults(name, limits?.months);
  const field = (name: Name) => ({
    value: a[name],
    error: fault(name),
    autocomplete: 'off',
    onInput: (e: { currentTarget: { value: string } }) => set(name)(e.currentTarget.value.trim()),
  });
  return (
    <Card
      title={w.inputs}
      action={
        <span class="buttons">
          <Copy text={window.location.href} name={w.share} label={w.share} />
          <button type="button" class="button quiet" onClick={() => onChange(read(new URLSearchParams()))}>
            {w.reset}
          </button>
        </span>
      }
    >
      <div class="dials">
        <Dial
          name="nodes"
          label={w.nodes}
          hint={limits?.nodes ? w.nodesMost(limits.nodes) : w.nodesHint}
          value={a.nodes}
          least={1}
          most={Math.max(1, limits?.nodes ?? 1)}
          error={fault('nodes')}
          onPick={set('nodes')}
        />
        <Dial
          name="adoption"
          label={w.adoption}
          hint={w.adoptionHint}
          value={a.adoption}
          least={1}
          most={100}
          unit="%"
          error={fault('adoption')}
          onPick={set('adoption')}
        />
        <Dial
          name="months"
          label={w.months}
          value={a.months}
          least={0}
          most={72}
          error={fault('months')}
          onPick={set('months')}
        />
        <Dial
          name="token-price"
          label={w.tokenPrice}
          value={a['token-price']}
          least={1}
          most={500}
          places={2}
          unit={w.usd}
          error={fault('token-price')}
          onPick={set('token-price')}
        />
      </div>
      <div class="fields">
        <div data-assumption="eth-price">
          <Field label={w.ethPrice(asset)} inputMode="decimal" placeholder={w.usd} {...field('eth-price')} />
        </div>
        <div data-assumption="node-price">
          <Field label={w.nodePrice} hint={w.nodePriceHint(asset)} {...field('node-price')} />
        </div>
      </div>
      <details>
        <summary>{w.moreTitle}</summary>
        <div class="fields">
          {further.map((name) => (
            <div key={name} data-assumption={name}>
              {name === 'drop-by' ? (
                <Choose
                  label={w.fields[name] ?? name}
                  value={a[name]}
                  options={[
                    ['', w.asProgram],
                    ['nodes', headingOfCode('value-by-nodes')],
                    ['score', headingOfCode('value-by-score')],
                  ]}
                  onPick={set(name)}
                />
              ) : (
                <Field
                  label={w.fields[name] ?? name}
                  optional
                  type={name === 'tge' ? 'date' : 'text'}
                  {...field(name)}
                />
              )}
            </div>
          ))}
        </div>
      </details>
    </Card>
  );
}
