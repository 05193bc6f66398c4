// A form that records a fact once: its reference, its time and a note are the same for every kind of fact.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { record } from '../../api/operator';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { Field } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Action } from './action';
import { instantOf, isReference } from './entry';

interface Props {
  who: Session;
  path: string;
  title: string;
  hint: string;
  noteHint: string;
  button: string;
  question: string;
  /** The fields that this kind of fact has besides. */
  children: ComponentChildren;
  figures: [string, ComponentChildren][];
  /** The names of this kind's own fields that are empty or wrong. */
  missing: string[];
  body: Record<string, string>;
  onReference?: (reference: string) => void;
  /** What is asked before it is recorded, and whether that was answered. */
  doubt?: ComponentChildren;
  sure?: boolean;
}

export function RecordForm({
  who,
  path,
  title,
  hint,
  noteHint,
  button,
  question,
  children,
  figures,
  missing,
  body,
  onReference,
  doubt,
  sure = true,
}: Props) {
  const w = words().operator;
  const [reference, setReference] = useState('');
  const [at, setAt] = useState('');
  const [note, setNote] = useState('');
  const instant = instantOf(at);
  const needed = [
    ...missing,
    ...(instant === undefined ? [w.record.at] : []),
    ...(isReference(reference) ? [] : [w.record.reference]),
  ];
  return (
    <Card title={title} hint={hint}>
      <div class="fields">
        {children}
        <Field
          label={w.record.at}
          hint={w.record.atHint}
          type="datetime-local"
          value={at}
          onInput={(e) => setAt(e.currentTarget.value)}
        />
        <ReferenceField
          value={reference}
          onInput={(v) => {
            setReference(v);
            onReference?.(v);
          }}
        />
        <Field
          label={w.record.note}
          hint={noteHint}
          optional
          value={note}
          maxLength={500}
          autocomplete="off"
          onInput={(e) => setNote(e.currentTarget.value)}
        />
      </div>
      <Action
        name={button}
        question={question}
        figures={[
          ...figures,
          [w.record.at, instant],
          [w.record.reference, <code>{reference}</code>],
          ...(note ? ([[w.record.note, note]] as [string, ComponentChildren][]) : []),
        ]}
        reason={
          !who.scopes.includes('record')
            ? w.steps.scope('record')
            : needed.length > 0
              ? w.forms.needs(needed.join(', '))
              : undefined
        }
        fields={doubt}
        complete={sure}
        main
        run={() => record(path, { reference, ...body, at: instant, ...(note ? { note } : {}) })}
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

/** An amount in the asset's usual unit. */
export function AmountField({
  label,
  hint,
  value,
  good,
  onInput,
}: {
  label: string;
  hint: string;
  value: string;
  good: (v: string) => boolean;
  onInput: (v: string) => void;
}) {
  return (
    <Field
      label={label}
      hint={hint}
      error={value !== '' && !good(value) ? words().operator.record.amountWrong : undefined}
      value={value}
      inputMode="decimal"
      autocomplete="off"
      placeholder="1250.50"
      onInput={(e) => onInput(e.currentTarget.value.trim())}
    />
  );
}
