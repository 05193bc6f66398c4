// What became of a claim: signed, mined, final.
import { useEffect } from 'preact/hooks';
import { locale, words } from '../../i18n';
import type { Amount } from '../../money';
import { Address, Hash } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Notice } from '../../ui/notice';
import { type Step, Steps } from '../../ui/progress';
import type { Account } from '../../wallet/account';
import { explorer } from '../../wallet/network';
import { useProgress } from './flow';

export function ClaimTimeline({
  of,
  hash,
  paid,
  onDone,
  onFinal,
}: {
  of: Account;
  hash: string;
  /** What the claim pays, and to whom. */
  paid: { amount: Amount; wallet: string }[];
  onDone: () => void;
  onFinal?: () => void;
}) {
  const w = words().payouts.claim;
  const { receipt, final } = useProgress(of, hash);
  const failed = !!receipt && !receipt.success;
  useEffect(() => {
    if (final) onFinal?.();
  }, [final]);
  const seen = explorer(of.chain, 'tx', hash);
  const steps: Step[] = [
    {
      name: w.steps.signed,
      state: 'done',
      note: (
        <>
          <Hash of={hash} />
          {seen && (
            <a href={seen} rel="noreferrer">
              {words().sale.explorer}
            </a>
          )}
        </>
      ),
    },
    {
      name: w.steps.mined,
      state: failed ? 'failed' : receipt ? 'done' : 'now',
      note: receipt ? w.notes.mined(receipt.block.toLocaleString(locale())) : w.notes.sending,
    },
    {
      name: w.steps.final,
      state: final ? 'done' : receipt && !failed ? 'now' : 'waiting',
      note: final ? w.notes.final : receipt && !failed ? w.notes.finalizing : undefined,
    },
  ];
  return (
    <div class="claim">
      {paid.map(({ amount, wallet }) => (
        <p key={`${amount.asset}.${wallet}`} class="claim-sum">
          <AmountOf of={amount} places={6} />
          <span class="hint">
            {w.to} <Address of={wallet} />
          </span>
        </p>
      ))}
      <Steps label={w.timeline} steps={steps} />
      {failed && <Notice tone="bad">{w.notes.failed}</Notice>}
      {(final || failed) && (
        <button type="button" class="button" onClick={onDone}>
          {w.close}
        </button>
      )}
    </div>
  );
}
