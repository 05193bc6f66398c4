// The payment: the price is asked for once more, the call is tried, and only then the wallet is asked to sign.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, get } from '../../api/http';
import { locale, type Words, words } from '../../i18n';
import { show } from '../../money';
import type { Quote } from '../../schema/api.gen';
import { Notice, sentence } from '../../ui/notice';
import { worth } from '../../ui/worth';
import { account } from '../../wallet/account';
import { failureOf, type WalletFailure } from '../../wallet/failure';
import { rehearse, send } from '../../wallet/send';
import { keep } from '../../wallet/sent';
import { type Moved, type Order, type Quoted, quoteAddress } from './quote';
import { priceMoved, refusalText } from './refusal';

type Stage = 'idle' | 'checking' | 'confirm';

interface Stop {
  failure?: WalletFailure;
  problem?: ApiProblem;
}

interface Props {
  quoted: Quoted;
  moved: Moved | undefined;
  order: Order;
  onSent: (hash: string) => void;
}

export function Pay({ quoted, moved, order, onSent }: Props) {
  const w = words();
  const [stage, setStage] = useState<Stage>('idle');
  const [stop, setStop] = useState<Stop>({});
  const button = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  const now = account.value;
  const q = quoted.quote;
  const call = q?.transaction;
  const why = waitsFor(quoted, call?.chain_id);
  const ready = !!now && !!call && !why && !quoted.loading;
  // While the price is asked for again the button cannot be pressed, and a browser takes the focus from it.
  useEffect(() => {
    if (!pressed.current || !ready || stage !== 'idle') return;
    pressed.current = false;
    if (document.activeElement === document.body) button.current?.focus();
  }, [ready, stage]);
  if (q && !call) return <Notice tone="warn">{w.buy.noTransaction}</Notice>;

  const pay = async () => {
    if (!now || !q || stage !== 'idle') return;
    pressed.current = true;
    setStop({});
    setStage('checking');
    try {
      const latest = await get<Quote>(quoteAddress(order));
      if (latest.paid.amount !== q.paid.amount || !latest.transaction) {
        quoted.reload(); // then the page shows both prices
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
  const value = q && worth(q.paid, q.rate);
  return (
    <div class="dock">
      <div class="dock-said">
        {moved && <Notice tone="warn">{w.buy.moved(show(moved.was.paid, style), show(moved.now.paid, style))}</Notice>}
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
      </div>
      <p class="dock-total" aria-hidden="true">
        <span>{w.buy.toPay}</span>
        <strong>
          {q ? show(q.paid, style) : '–'} {value && <span class="worth">{value}</span>}
        </strong>
      </p>
      <button
        type="button"
        class="button main full"
        ref={button}
        disabled={!ready && stage === 'idle'}
        aria-disabled={stage !== 'idle'}
        aria-describedby={why ? 'pay-waits' : undefined}
        onClick={() => void pay()}
      >
        {stage === 'checking'
          ? w.buy.checking
          : stage === 'confirm'
            ? w.buy.confirm
            : w.buy.pay(q ? show(q.paid, style) : '…')}
      </button>
      {why && (
        <p class="hint" id="pay-waits">
          <a href={placeOf[why]}>{w.buy.waits[why]}</a>
        </p>
      )}
    </div>
  );
}

/** Where on the page that is done. */
const placeOf: Record<keyof Words['buy']['waits'], string> = {
  quantity: '#order',
  code: '#order',
  order: '#order',
  wallet: '#wallet',
  network: '#wallet',
};

/** What has to be done before anything can be paid. */
function waitsFor(quoted: Quoted, chain: number | undefined): keyof Words['buy']['waits'] | undefined {
  if (quoted.unread) return 'quantity';
  if (quoted.codeProblem) return 'code';
  if (quoted.problem) return 'order';
  if (!account.value) return 'wallet';
  return chain !== undefined && account.value.chain !== chain ? 'network' : undefined;
}
