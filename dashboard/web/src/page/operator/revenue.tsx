// Recording income by hand.
import { useState } from 'preact/hooks';
import { record } from '../../api/operator';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { Field } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Action } from './action';
import { instantOf, isIncome, isReference } from './entry';

export function RevenueForm({ who }: { who: Session }) {
  const w = words().operator;
  const [reference, setReference] = useState('');
  const [source, setSource] = useState('');
  const [amount, setAmount] = useState('');
  const [at, setAt] = useState('');
  const [note, setNote] = useState('');
  const instant = instantOf(at);
  const good = isReference(reference) && source !== '' && isIncome(amount) && instant !== undefined;
  return (
    <Card title={w.record.revenue} hint={w.record.revenueHint}>
      <div class="fields">
        <Field
          label={w.record.source}
          hint={w.record.sourceHint}
          value={source}
          maxLength={64}
          autocomplete="off"
          placeholder="dapp"
          onInput={(e) => setSource(e.currentTarget.value.trim())}
        />
        <Field
          label={w.record.amount}
          hint={w.record.amountHint}
          error={amount !== '' && !isIncome(amount) ? w.record.amountWrong : undefined}
          value={amount}
          inputMode="decimal"
          autocomplete="off"
          placeholder="1250.50"
          onInput={(e) => setAmount(e.currentTarget.value.trim())}
        />
        <Field
          label={w.record.at}
          hint={w.record.atHint}
          type="datetime-local"
          value={at}
          onInput={(e) => setAt(e.currentTarget.value)}
        />
        <ReferenceField value={reference} onInput={setReference} />
        <Field
          label={w.record.note}
          hint={w.record.noteHint}
          optional
          value={note}
          maxLength={500}
          autocomplete="off"
          onInput={(e) => setNote(e.currentTarget.value)}
        />
      </div>
      <Action
        name={w.record.revenueButton}
        question={w.record.revenueQuestion}
        figures={[
          [w.record.source, source],
          [w.record.amount, <strong>{amount}</strong>],
          [w.record.at, instant],
          [w.record.reference, <code>{reference}</code>],
          ...(note ? ([[w.record.note, note]] as [string, preact.ComponentChildren][]) : []),
        ]}
        reason={!who.scopes.includes('record') ? w.steps.scope('record') : good ? undefined : w.record.fillIn}
        main
        run={() => record('/revenue', { reference, source, amount, at: instant, ...(note ? { note } : {}) })}
      />
    </Card>
  );
}

/** The reference that makes a fact once. */
export function ReferenceField({ value, onInput }: { value: string; onInput: (v: string) => void }) {
  const w = words().operator.record;
  return (
    <Field
      label={w.reference}
      hint={w.referenceHint}
      error={value !== '' && !isReference(value) ? w.referenceWrong : undefined}
      value={value}
      maxLength={128}
      autocomplete="off"
      onInput={(e) => onInput(e.currentTarget.value.trim())}
    />
  );
}
