// What became of a purchase: signed, mined, in the books, final.
import { useEffect } from 'preact/hooks';
import { useStanding } from '../../api/score';
import { locale, words } from '../../i18n';
import { formatDecimal } from '../../money';
import { hrefOf } from '../../route';
import type { Holder } from '../../schema/api.gen';
import { Hash } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Card, Facts } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { type Step, Steps } from '../../ui/progress';
import { account } from '../../wallet/account';
import { Connect } from '../../wallet/connect';
import { explorer } from '../../wallet/network';
import { forget, type Sent } from '../../wallet/sent';
import { useFollowed } from './follow';

/** focus: take the focus, which was on the button that is gone now. */
export function Timeline({ of, focus, onAgain }: { of: Sent; focus: boolean; onAgain: () => void }) {
  const w = words().buy;
  const { block, failed, booked, final, unseen, holder } = useFollowed(of);
  const isMined = block !== undefined;
  const good = isMined && !failed;
  const n = (v: number) => v.toLocaleString(locale());
  const at = (done: boolean, before: boolean): Step['state'] => (done ? 'done' : before ? 'now' : 'waiting');
  const steps: Step[] = [
    { name: w.steps.signed, state: 'done', note: <Tx hash={of.hash} chain={of.chain} /> },
    {
      name: w.steps.mined,
      state: failed ? 'failed' : at(isMined, true),
      note: isMined ? w.notes.mined(n(block)) : unseen ? w.notes.unseen : w.notes.sending,
    },
    { name: w.steps.booked, state: at(booked, good), note: good && !booked ? w.notes.booking : undefined },
    {
      name: w.steps.final,
      state: at(final, booked),
      note: final ? w.notes.final : booked ? w.notes.finalizing : undefined,
    },
  ];
  useEffect(() => {
    if (failed) forget(of.hash); // it is told here, and there is nothing left to follow
  }, [failed]);
  const stop = () => {
    forget(of.hash);
    onAgain();
  };
  return (
    <div class="grid">
      <div class="half stack">
        <Card title={w.timeline} focus={focus} hint={final || failed ? undefined : w.notes.closable}>
          <Steps label={w.timeline} steps={steps} />
          {failed && <Notice tone="bad">{w.notes.failed}</Notice>}
          {unseen && !account.value && <Connect />}
          <div class="buttons">
            <button type="button" class="button" onClick={onAgain}>
              {w.again}
            </button>
            {booked && (
              <a class="button" href={hrefOf('nodes')}>
                {w.seeNodes}
              </a>
            )}
            {!isMined && (
              <button type="button" class="button" onClick={stop}>
                {w.forget}
              </button>
            )}
          </div>
        </Card>
      </div>
      <div class="half stack">{good && <ReceiptCard of={of} holder={holder} />}</div>
    </div>
  );
}

function Tx({ hash, chain }: { hash: string; chain: number }) {
  const seen = explorer(chain, 'tx', hash);
  return (
    <>
      <Hash of={hash} />
      {seen && (
        <a href={seen} rel="noreferrer">
          {words().sale.explorer}
        </a>
      )}
    </>
  );
}

function ReceiptCard({ of, holder }: { of: Sent; holder: Holder | undefined }) {
  const w = words().buy;
  const { standing } = useStanding(holder?.nodes);
  return (
    <Card title={w.receipt}>
      <Facts
        rows={[
          [w.receiptNodes, <Count of={of.quantity} />],
          [w.receiptPaid, <AmountOf of={of.paid} exact />],
          [w.receiptTx, <Hash of={of.hash} />],
          [w.receiptHeld, holder ? <Count of={holder.nodes} /> : '…'],
          [w.receiptScore, standing ? formatDecimal(standing.score, { locale: locale() }) : '…'],
        ]}
      />
    </Card>
  );
}
