// Recording a buyback: what was spent out of the fund, and the tokens that came.
import { useState } from 'preact/hooks';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { Field } from '../../ui/form';
import { isPositive } from './entry';
import { AmountField, RecordForm } from './recordform';

export function BuybackForm({ who }: { who: Session }) {
  const w = words().operator.record;
  const [spent, setSpent] = useState('');
  const [tokens, setTokens] = useState('');
  const [source, setSource] = useState('');
  const [payment, setPayment] = useState('');
  const from: Record<string, string> = source ? { source } : { payment };
  return (
    <RecordForm
      who={who}
      path="/buybacks"
      title={w.buyback}
      hint={w.buybackHint}
      noteHint={w.evidenceHint}
      button={w.buybackButton}
      question={w.buybackQuestion}
      figures={[
        [w.spent, <strong>{spent}</strong>],
        [w.tokens, <strong>{tokens}</strong>],
      ]}
      missing={[
        ...(isPositive(spent) ? [] : [w.spent]),
        ...(isPositive(tokens) ? [] : [w.tokens]),
        ...((source === '') !== (payment === '') ? [] : [`${w.buybackSource} / ${w.buybackPayment}`]),
      ]}
      body={{ spent, tokens, ...from }}
    >
      <AmountField label={w.spent} hint={w.spentHint} value={spent} good={isPositive} onInput={setSpent} />
      <AmountField label={w.tokens} hint={w.tokensHint} value={tokens} good={isPositive} onInput={setTokens} />
      <Field
        label={w.buybackSource}
        hint={w.buybackSourceHint}
        value={source}
        maxLength={64}
        onInput={(e) => setSource(e.currentTarget.value.trim())}
      />
      <Field
        label={w.buybackPayment}
        hint={w.buybackPaymentHint}
        value={payment}
        maxLength={100}
        onInput={(e) => setPayment(e.currentTarget.value.trim())}
      />
    </RecordForm>
  );
}
