// The payment: the price is asked for once more, the call is tried, and only then the wallet is asked to sign.
import { useState } from 'preact/hooks';
import { ApiProblem, get } from '../../api/http';
import { locale, words } from '../../i18n';
import { show } from '../../money';
import type { Quote } from '../../schema/api.gen';
import { Notice, sentence } from '../../ui/notice';
import { account } from '../../wallet/account';
import { failureOf, type WalletFailure } from '../../wallet/failure';
import { rehearse, send } from '../../wallet/send';
import { keep } from '../../wallet/sent';
import { type Order, type Quoted, quoteAddress } from './quote';
import { priceMoved, refusalText } from './refusal';

type Stage = 'idle' | 'checking' | 'confirm';

interface Stop {
  moved?: { was: Quote; now: Quote };
  failure?: WalletFailure;
  problem?: ApiProblem;
}

export function Pay({ quoted, order, onSent }: { quoted: Quoted; order: Order; onSent: (hash: string) => void }) {
  const w = words();
  const [stage, setStage] = useState<Stage>('idle');
  const [stop, setStop] = useState<Stop>({});
  const now = account.value;
  const q = quoted.quote;
  const call = q?.transaction;
  if (q && !call) return <Notice tone="warn">{w.buy.noTransaction}</Notice>;
  const ready =
    !!now && !!call && now.chain === call.chain_id && !quoted.loading && !quoted.problem && !quoted.codeProblem;

  const pay = async () => {
    if (!now || !q) return;
    setStop({});
    setStage('checking');
    try {
      const latest = await get<Quote>(quoteAddress(order));
      if (latest.paid.amount !== q.paid.amount || !latest.transaction) {
        setStop({ moved: { was: q, now: latest } });
        quoted.reload();
        return;
      }
      await rehearse(now, latest.transaction);
      setStage('confirm');
      const hash = await send(now, latest.transaction);
      keep({
        hash,
        wallet: now.address,
        quantity: latest.quantity,
        chain: now.chain,
        paid: latest.paid,
        since: latest.as_of.time,
      });
      onSent(hash);
    } catch (e) {
      if (e instanceof ApiProblem) setStop({ problem: e });
      else {
        const failure = failureOf(e);
        setStop({ failure });
        if (priceMoved(failure)) quoted.reload();
      }
    } finally {
      setStage('idle');
    }
  };

  const style = { locale: locale() };
  return (
    <>
      {stop.moved && (
        <Notice tone="warn">{w.buy.moved(show(stop.moved.was.paid, style), show(stop.moved.now.paid, style))}</Notice>
      )}
      {stop.problem && <Notice tone="bad">{sentence(stop.problem)}</Notice>}
      {stop.failure && (
        <Notice tone={stop.failure.kind === 'rejected' ? 'info' : 'warn'}>
          {refusalText(stop.failure, w, {
            asset: q?.paid.asset ?? '',
            decimals: q?.paid.decimals ?? 18,
            locale: locale(),
          })}
        </Notice>
      )}
      <button type="button" class="button main full" disabled={!ready || stage !== 'idle'} onClick={() => void pay()}>
        {stage === 'checking'
          ? w.buy.checking
          : stage === 'confirm'
            ? w.buy.confirm
            : w.buy.pay(q ? show(q.paid, style) : '…')}
      </button>
    </>
  );
}
