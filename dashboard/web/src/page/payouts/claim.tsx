// One claim: what is checked, the button, and what became of it.
import { useState } from 'preact/hooks';
import { locale, words } from '../../i18n';
import { format } from '../../money';
import { Address, Hash } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Notice } from '../../ui/notice';
import { type Account, account } from '../../wallet/account';
import { NetworkCheck } from '../../wallet/connect';
import { failureOf, type WalletFailure } from '../../wallet/failure';
import { type Check, Checks } from './checks';
import { claim, useSeen } from './flow';
import type { Offer, OfferFault } from './offer';
import { refusalText } from './refusal';
import { ClaimTimeline } from './timeline';

interface Sent {
  account: Account;
  hash: string;
}

export function ClaimOf({
  offer,
  fault,
  fromFile = false,
  brief = false,
  onFinal,
}: {
  offer: Offer;
  fault?: OfferFault;
  fromFile?: boolean;
  /** What was checked is folded, unless something failed. */
  brief?: boolean;
  onFinal?: () => void;
}) {
  const w = words().payouts.claim;
  const [sent, setSent] = useState<Sent>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<WalletFailure>();
  const [turn, again] = useState(0);
  const now = account.value;
  const seen = useSeen(fault ? undefined : now, offer, turn);
  const left = offer.cumulative > offer.claimed ? offer.cumulative - offer.claimed : 0n;
  const amount = seen?.amount ?? left;
  const text = `${format(amount, offer.decimals, { locale: locale() })} ${offer.asset}`;
  const units = { asset: offer.asset, amount: amount.toString(), decimals: offer.decimals, display: text };
  const obstacle =
    seen?.obstacle ?? (!fromFile && left === 0n ? (offer.claimed > 0n ? 'claimed' : 'nothing') : undefined);
  const ready = !fault && !obstacle && !!now && !!seen?.now && !busy;

  const pay = async () => {
    if (!now) return;
    setFailure(undefined);
    setBusy(true);
    try {
      setSent({ account: now, hash: await claim(now, offer) });
    } catch (e) {
      setFailure(failureOf(e));
      again((n) => n + 1);
    } finally {
      setBusy(false);
    }
  };

  if (sent) {
    const done = () => {
      again((n) => n + 1);
      onFinal?.();
    };
    return (
      <ClaimTimeline
        of={sent.account}
        hash={sent.hash}
        paid={[{ amount: units, wallet: offer.wallet }]}
        onDone={() => setSent(undefined)}
        onFinal={done}
      />
    );
  }
  return (
    <div class="claim">
      <p class="claim-sum">
        <AmountOf of={units} places={6} />
        <span class="hint">
          {w.to} <Address of={offer.wallet} />
        </span>
      </p>
      {brief && !fault ? (
        <details>
          <summary>{w.checks.title}</summary>
          <Checks list={checksOf(offer, fault, seen?.now?.root, w)} />
        </details>
      ) : (
        <Checks list={checksOf(offer, fault, seen?.now?.root, w)} />
      )}
      {obstacle && (
        <Notice tone={obstacle === 'claimed' || obstacle === 'nothing' ? 'info' : 'warn'}>
          {w.obstacles[obstacle]}
        </Notice>
      )}
      {fault && <Notice tone="bad">{w.faults[fault]}</Notice>}
      {!fault && now && now.address !== offer.wallet && <Notice>{w.forOther}</Notice>}
      {!fault && now && <NetworkCheck chain={offer.call.chain_id} />}
      {(failure ?? seen?.failure) && (
        <Notice tone={failure?.kind === 'rejected' ? 'info' : 'warn'}>
          {refusalText((failure ?? seen?.failure) as WalletFailure, words(), offer)}
        </Notice>
      )}
      {!now && !fault && !obstacle && <p class="hint">{w.connectFirst}</p>}
      <button type="button" class="button main" disabled={!ready} onClick={() => void pay()}>
        {busy ? words().wallet.waiting : amount > 0n ? w.button(text) : w.buttonNone}
      </button>
    </div>
  );
}

function checksOf(
  offer: Offer,
  fault: OfferFault | undefined,
  chainRoot: string | undefined,
  w: ReturnType<typeof words>['payouts']['claim'],
): Check[] {
  const root = <Hash of={offer.root} />;
  return [
    { name: w.checks.proof, state: fault === 'proof' ? 'failed' : 'done', note: root },
    {
      name: w.checks.call,
      state: fault ? (fault === 'call' ? 'failed' : 'waiting') : 'done',
      note: <Address of={offer.call.to} />,
    },
    {
      name: w.checks.root,
      state: chainRoot === undefined ? 'waiting' : chainRoot === offer.root.toLowerCase() ? 'done' : 'failed',
      note: chainRoot === undefined ? w.checks.rootWaits : undefined,
    },
  ];
}
