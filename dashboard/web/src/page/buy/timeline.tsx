// What became of a purchase: signed, mined, in the books, final. The first two come from the wallet's node, the others from
// the books.
import { useEffect, useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { useStanding } from '../../api/score';
import type { Holder, Quote } from '../../api/schema';
import { locale, words } from '../../i18n';
import { formatDecimal } from '../../money';
import { hrefOf } from '../../route';
import { Hash } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Card, Facts } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Steps, type Step } from '../../ui/progress';
import type { Account } from '../../wallet/account';
import { explorer } from '../../wallet/network';
import { mined, type Receipt } from '../../wallet/send';

export interface Purchase {
  account: Account;
  quote: Quote;
  hash: string;
}

export function Timeline({ of, chain, onAgain }: { of: Purchase; chain: number; onAgain: () => void }) {
  const w = words().buy;
  const [receipt, setReceipt] = useState<Receipt>();
  useEffect(() => {
    const abort = new AbortController();
    mined(of.account, of.hash, abort.signal).then(setReceipt, () => undefined);
    return () => abort.abort();
  }, [of.hash]);
  const good = receipt?.success;
  const [final, setFinal] = useState(false);
  const holder = useResource<Holder>(good ? address(`/holders/${of.account.address}`) : undefined, final ? 0 : 3000);
  const as = holder.data?.as_of;
  const booked = !!receipt && !!as && as.block >= receipt.block;
  const isFinal = booked && as.final_block >= receipt.block;
  useEffect(() => {
    if (isFinal) setFinal(true);
  }, [isFinal]);
  const n = (v: number) => v.toLocaleString(locale());
  const at = (done: boolean, before: boolean): Step['state'] => (done ? 'done' : before ? 'now' : 'waiting');
  const failed = receipt && !receipt.success;
  const steps: Step[] = [
    { name: w.steps.signed, state: 'done', note: <Tx hash={of.hash} chain={chain} /> },
    { name: w.steps.mined, state: failed ? 'failed' : at(!!receipt, true), note: receipt ? w.notes.mined(n(receipt.block)) : w.notes.sending },
    { name: w.steps.booked, state: at(booked, !!good), note: good && !booked ? w.notes.booking : undefined },
    { name: w.steps.final, state: at(isFinal, booked), note: isFinal ? w.notes.final : booked ? w.notes.finalizing : undefined },
  ];
  return (
    <div class="grid">
      <div class="half stack">
        <Card title={w.timeline} hint={isFinal || failed ? undefined : w.notes.closable}>
          <Steps label={w.timeline} steps={steps} />
          {failed && <Notice tone="bad">{w.notes.failed}</Notice>}
          <div class="buttons">
            <button type="button" class="button" onClick={onAgain}>
              {w.again}
            </button>
            {booked && (
              <a class="button" href={hrefOf('nodes')}>
                {w.seeNodes}
              </a>
            )}
          </div>
        </Card>
      </div>
      <div class="half stack">{good && <ReceiptCard of={of} holder={booked ? holder.data : undefined} />}</div>
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

function ReceiptCard({ of, holder }: { of: Purchase; holder: Holder | undefined }) {
  const w = words().buy;
  const { standing } = useStanding(holder?.nodes);
  return (
    <Card title={w.receipt}>
      <Facts
        rows={[
          [w.receiptNodes, <Count of={of.quote.quantity} />],
          [w.receiptPaid, <AmountOf of={of.quote.paid} places={18} />],
          [w.receiptTx, <Hash of={of.hash} />],
          [w.receiptHeld, holder ? <Count of={holder.nodes} /> : '…'],
          [w.receiptScore, standing ? formatDecimal(standing.score, { locale: locale() }) : '…'],
        ]}
      />
    </Card>
  );
}
