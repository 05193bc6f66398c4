// Recording a buyback: what was spent out of the fund, and the tokens that came.
import { useState } from 'preact/hooks';
import { record } from '../../api/operator';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { Field } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Action } from './action';
import { instantOf, isPositive, isReference } from './entry';
import { ReferenceField } from './revenue';

export function BuybackForm({ who }: { who: Session }) {
  const w = words().operator;
  const [reference, setReference] = useState('');
  const [spent, setSpent] = useState('');
  const [tokens, setTokens] = useState('');
  const [at, setAt] = useState('');
  const [note, setNote] = useState('');
  const instant = instantOf(at);
  const good = isReference(reference) && isPositive(spent) && isPositive(tokens) && instant !== undefined;
  const wrong = (v: string) => (v !== '' && !isPositive(v) ? w.record.amountWrong : undefined);
  return (
    <Card title={w.record.buyback} hint={w.record.buybackHint}>
      <div class="fields">
        <Field
          label={w.record.spent}
          hint={w.record.spentHint}
          error={wrong(spent)}
          value={spent}
          inputMode="decimal"
          autocomplete="off"
          onInput={(e) => setSpent(e.currentTarget.value.trim())}
        />
        <Field
          label={w.record.tokens}
          hint={w.record.tokensHint}
          error={wrong(tokens)}
          value={tokens}
          inputMode="decimal"
          autocomplete="off"
          onInput={(e) => setTokens(e.currentTarget.value.trim())}
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
          hint={w.record.evidenceHint}
          optional
          value={note}
          maxLength={500}
          autocomplete="off"
          onInput={(e) => setNote(e.currentTarget.value)}
        />
      </div>
      <Action
        name={w.record.buybackButton}
        question={w.record.buybackQuestion}
        figures={[
          [w.record.spent, <strong>{spent}</strong>],
          [w.record.tokens, <strong>{tokens}</strong>],
          [w.record.at, instant],
          [w.record.reference, <code>{reference}</code>],
        ]}
        reason={!who.scopes.includes('record') ? w.steps.scope('record') : good ? undefined : w.record.fillIn}
        main
        run={() => record('/buybacks', { reference, spent, tokens, at: instant, ...(note ? { note } : {}) })}
      />
    </Card>
  );
}
