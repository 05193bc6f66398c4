// Everything that can be claimed from several distributors, in one transaction by the contract that the program names.
import { useState } from 'preact/hooks';
import { words } from '../../i18n';
import type { Amount } from '../../money';
import { Address } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Notice } from '../../ui/notice';
import { type Account, account } from '../../wallet/account';
import { NetworkCheck } from '../../wallet/connect';
import { failureOf, type WalletFailure } from '../../wallet/failure';
import { rehearse, send } from '../../wallet/send';
import { manyClaimsCall } from './distributor';
import { look } from './flow';
import type { Offer } from './offer';
import { refusalText } from './refusal';
import { ClaimTimeline } from './timeline';

interface Sent {
  account: Account;
  hash: string;
  paid: { amount: Amount; wallet: string }[];
}

export function ClaimAll({ offers, by, onFinal }: { offers: Offer[]; by: string; onFinal: () => void }) {
  const w = words().payouts.claim;
  const [sent, setSent] = useState<Sent>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<WalletFailure>();
  const [obstacle, setObstacle] = useState('');
  const now = account.value;
  const chain = offers[0]?.call.chain_id ?? 0;

  const pay = async () => {
    if (!now) return;
    setFailure(undefined);
    setObstacle('');
    setBusy(true);
    try {
      const found = await Promise.all(offers.map((o) => look(now, o)));
      const bad = found.findIndex((s) => s.failure || s.obstacle);
      const stop = found[bad];
      if (stop?.failure) throw stop.failure;
      if (stop?.obstacle) return setObstacle(w.allObstacle((offers[bad] as Offer).asset, w.obstacles[stop.obstacle]));
      const call = {
        to: by,
        data: manyClaimsCall(
          offers.map((o) => ({ distributor: o.call.to, wallet: o.wallet, cumulative: o.cumulative, proof: o.proof })),
        ),
        value: '0',
        chain_id: chain,
      };
      await rehearse(now, call);
      const paid = offers.map((o, i) => ({ wallet: o.wallet, amount: amountOf(o, found[i]?.amount ?? 0n) }));
      setSent({ account: now, hash: await send(now, call), paid });
    } catch (e) {
      setFailure(failureOf(e));
    } finally {
      setBusy(false);
    }
  };

  if (sent)
    return (
      <ClaimTimeline
        of={sent.account}
        hash={sent.hash}
        paid={sent.paid}
        onDone={() => setSent(undefined)}
        onFinal={onFinal}
      />
    );
  return (
    <div class="claim">
      {offers.map((o) => (
        <p key={`${o.asset}.${o.wallet}`} class="claim-sum">
          <AmountOf of={amountOf(o, o.cumulative - o.claimed)} />
          <span class="hint">
            {w.to} <Address of={o.wallet} />
          </span>
        </p>
      ))}
      <p class="hint">
        {w.allHint} <Address of={by} />
      </p>
      {now && <NetworkCheck chain={chain} />}
      {obstacle && <Notice tone="warn">{obstacle}</Notice>}
      {failure && (
        <Notice tone={failure.kind === 'rejected' ? 'info' : 'warn'}>
          {refusalText(failure, words(), offers[0] as Offer)}
        </Notice>
      )}
      {!now && <p class="hint">{w.connectFirst}</p>}
      <button
        type="button"
        class="button main"
        disabled={!now || now.chain !== chain || busy}
        onClick={() => void pay()}
      >
        {busy ? words().wallet.waiting : w.allButton(offers.length)}
      </button>
    </div>
  );
}

function amountOf(o: Offer, value: bigint): Amount {
  return { asset: o.asset, decimals: o.decimals, amount: value.toString(), display: '' };
}

/** The offers that one transaction can take: of one chain, sound, with something to claim, from more than one contract. */
export function together(list: readonly { offer: Offer; fault?: unknown }[]): Offer[] {
  const open = list.filter(({ offer, fault }) => !fault && offer.cumulative > offer.claimed).map(({ offer }) => offer);
  const same = open.filter((o) => o.call.chain_id === open[0]?.call.chain_id);
  return same.length > 1 ? same : [];
}
