import { words } from '../../i18n';
import { Address } from '../../ui/address';

/** How somebody proved who they are: with a wallet, with a token by its label, by recovery wallets, or with nothing but a name. */
export function Proof({ of }: { of: string | undefined }) {
  const w = words().operator.audit;
  const wallet = /^wallet:(0x[0-9a-fA-F]{40})$/.exec(of ?? '')?.[1];
  if (wallet) {
    return (
      <>
        {w.wallet} <Address of={wallet} />
      </>
    );
  }
  if (of?.startsWith('token:')) {
    return (
      <>
        {w.token} <code>{of.slice(6)}</code>
      </>
    );
  }
  if (of?.startsWith('recovery:')) {
    return (
      <>
        {w.recovery}{' '}
        {of
          .slice(9)
          .split(',')
          .map((x) => (
            <Address key={x} of={x} />
          ))}
      </>
    );
  }
  return <span class="tag warn">{w.unverified}</span>;
}
