// A form that is made of a list of fields: it says of each field what is wrong with it, and before the button which fields are left.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { record } from '../../api/operator';
import type { Scope, Session } from '../../api/session';
import { words } from '../../i18n';
import { Choose, Field } from '../../ui/form';
import { Card } from '../../ui/layout';
import { isWallet } from '../../wallet/group';
import { Action } from './action';
import { instantOf, isPositive, isReference, isRevenue } from './entry';
import type { Recorded } from './outcome';

type Forms = ReturnType<typeof words>['operator']['forms'];

export interface Input {
  key: keyof Forms['fields'];
  kind:
    | 'wallet'
    | 'amount'
    | 'signed'
    | 'name'
    | 'symbol'
    | 'span'
    | 'token'
    | 'reference'
    | 'time'
    | 'text'
    | 'choice'
    | 'scopes';
  hint?: keyof Forms['hints'];
  optional?: boolean;
  /** Of a choice; an empty one leaves it out. */
  options?: (keyof Forms['choices'])[];
}

export interface Fact {
  words:
    | 'cost'
    | 'sold'
    | 'spent'
    | 'stake'
    | 'unstake'
    | 'revokeMove'
    | 'grant'
    | 'revokeGrant'
    | 'releaseGrant'
    | 'planTGE'
    | 'recordTGE'
    | 'addKey'
    | 'revokeKey';
  /** That the key needs; undefined: it depends, and the server says so. */
  scope?: Scope;
  path: (v: Values) => string;
  inputs: Input[];
  /** What else is sent. */
  more?: Record<string, unknown>;
  /** Fields of which just one is filled. */
  oneOf?: [Input['key'], Input['key']];
  /** Fields that are in the path, not in the body. */
  inPath?: Input['key'][];
}

export type Values = Partial<Record<Input['key'], string>>;

const scopes: Scope[] = ['record', 'prepare', 'approve', 'admin', 'private'];
const most = 500;

const forms: Record<Exclude<Input['kind'], 'time' | 'text' | 'choice' | 'scopes'>, (v: string) => boolean> = {
  wallet: isWallet,
  amount: isPositive,
  signed: isRevenue,
  name: (v) => /^[a-z0-9][a-z0-9_-]{0,63}$/.test(v),
  symbol: (v) => /^[A-Za-z0-9]{1,16}$/.test(v),
  span: (v) => /^[1-9][0-9]*(y|mo|d|h|s)$/.test(v),
  token: (v) => /^[0-9a-f]{64}$/.test(v),
  reference: isReference,
};

/** What is wrong with something that was typed; undefined: nothing. */
function fault(i: Input, v: string): string | undefined {
  const w = words().operator.forms.wrong;
  if (v === '' || i.kind === 'choice' || i.kind === 'scopes') return undefined;
  if (i.kind === 'time') return instantOf(v) === undefined ? words().operator.record.atHint : undefined;
  if (i.kind === 'text') return v.length > most ? w.text(most) : undefined;
  return forms[i.kind](v) ? undefined : w[i.kind];
}

/** What is sent: times as instants, and nothing that is empty. */
function bodyOf(fact: Fact, v: Values): Record<string, unknown> {
  const out: Record<string, unknown> = { ...fact.more };
  for (const i of fact.inputs) {
    const text = v[i.key]?.trim() ?? '';
    if (text === '' || fact.inPath?.includes(i.key)) continue;
    const key = i.key === 'grant' ? 'name' : i.key;
    out[key] = i.kind === 'time' ? instantOf(text) : i.kind === 'scopes' ? text.split(' ') : text;
  }
  return out;
}

/** The names of the fields that are empty or wrong. */
function left(fact: Fact, v: Values): string[] {
  const f = words().operator.forms.fields;
  const names = fact.inputs
    .filter((i) => ((v[i.key]?.trim() ?? '') === '' ? !i.optional : fault(i, v[i.key]?.trim() ?? '') !== undefined))
    .map((i) => f[i.key]);
  const [a, b] = fact.oneOf ?? [];
  if (a && b && !v[a] === !v[b]) names.push(`${f[a]} / ${f[b]}`);
  return names;
}

export function FactForm({ fact, who, onDone }: { fact: Fact; who: Session; onDone?: (of: Recorded) => void }) {
  const w = words().operator.forms;
  const of = w[fact.words];
  const [values, set] = useState<Values>({});
  const missing = left(fact, values);
  const shown = (i: Input): ComponentChildren => {
    const v = values[i.key]?.trim() ?? '';
    if (i.kind === 'scopes')
      return v
        .split(' ')
        .map((s) => words().operator.who.scopes[s as Scope])
        .join(', ');
    if (i.kind === 'choice') return w.choices[v as keyof Forms['choices']];
    return i.kind === 'time' ? instantOf(v) : <code>{v}</code>;
  };
  const filled = fact.inputs.filter((i) => (values[i.key]?.trim() ?? '') !== '');
  return (
    <Card title={of.name} hint={of.hint}>
      <div class="fields">
        {fact.inputs.map((i) => (
          <One key={i.key} of={i} value={values[i.key] ?? ''} onInput={(v) => set({ ...values, [i.key]: v })} />
        ))}
      </div>
      <Action
        name={of.button}
        question={of.question}
        figures={filled.map((i) => [w.fields[i.key], shown(i)])}
        warning={of.warning}
        reason={
          fact.scope && !who.scopes.includes(fact.scope)
            ? words().operator.steps.scope(fact.scope)
            : missing.length > 0
              ? w.needs(missing.join(', '))
              : undefined
        }
        main
        run={() => record(fact.path(values), bodyOf(fact, values))}
        onDone={onDone}
      />
    </Card>
  );
}

function One({ of: i, value, onInput }: { of: Input; value: string; onInput: (v: string) => void }) {
  const w = words().operator.forms;
  const label = w.fields[i.key];
  if (i.kind === 'choice')
    return (
      <Choose label={label} value={value} options={(i.options ?? []).map((o) => [o, w.choices[o]])} onPick={onInput} />
    );
  if (i.kind === 'scopes') return <Scopes label={label} value={value} onInput={onInput} />;
  const hint =
    i.hint ?? (i.kind === 'amount' || i.kind === 'signed' ? 'amount' : i.kind === 'span' ? 'span' : undefined);
  return (
    <Field
      label={label}
      hint={i.key === 'reference' ? words().operator.record.referenceHint : hint && w.hints[hint]}
      error={fault(i, value.trim())}
      optional={i.optional}
      type={i.kind === 'time' ? 'datetime-local' : 'text'}
      value={value}
      inputMode={i.kind === 'amount' || i.kind === 'signed' ? 'decimal' : undefined}
      autocomplete="off"
      placeholder={i.kind === 'wallet' ? '0x…' : undefined}
      onInput={(e) => onInput(e.currentTarget.value)}
    />
  );
}

/** What a key may do: any of the scopes. */
function Scopes({ label, value, onInput }: { label: string; value: string; onInput: (v: string) => void }) {
  const w = words().operator.who;
  const chosen = value.split(' ').filter(Boolean);
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      {scopes.map((s) => (
        <label key={s} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(s)}
            onChange={(e) =>
              onInput(scopes.filter((x) => (x === s ? e.currentTarget.checked : chosen.includes(x))).join(' '))
            }
          />{' '}
          {w.scopes[s]} <span class="hint">{w.scopeMeans[s]}</span>
        </label>
      ))}
    </fieldset>
  );
}
