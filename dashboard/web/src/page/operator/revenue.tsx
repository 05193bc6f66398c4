// Recording revenue by hand.
import { useState } from 'preact/hooks';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { Field } from '../../ui/form';
import { isRevenue } from './entry';
import { AmountField, RecordForm } from './recordform';

export function RevenueForm({ who }: { who: Session }) {
  const w = words().operator.record;
  const [source, setSource] = useState('');
  const [amount, setAmount] = useState('');
  return (
    <RecordForm
      who={who}
      path="/revenue"
      title={w.revenue}
      hint={w.revenueHint}
      noteHint={w.noteHint}
      button={w.revenueButton}
      question={w.revenueQuestion}
      figures={[
        [w.source, source],
        [w.amount, <strong>{amount}</strong>],
      ]}
      complete={source !== '' && isRevenue(amount)}
      body={{ source, amount }}
    >
      <Field
        label={w.source}
        hint={w.sourceHint}
        value={source}
        maxLength={64}
        autocomplete="off"
        placeholder="dapp"
        onInput={(e) => setSource(e.currentTarget.value.trim())}
      />
      <AmountField label={w.amount} hint={w.amountHint} value={amount} good={isRevenue} onInput={setAmount} />
    </RecordForm>
  );
}
