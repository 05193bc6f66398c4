// Who gets the nodes. The purchase calls of the contracts that the page knows have no place for anybody else than the wallet that pays.
import { words } from '../../i18n';
import { checksum } from '../../proof/checksum';
import type { Sale } from '../../schema/api.gen';
import { account } from '../../wallet/account';

export function Receiver({ sale }: { sale: Sale }) {
  const w = words().buy;
  const now = account.value;
  if (!sale.buyable) return null;
  return (
    <p class="hint receiver">
      {now ? (
        <>
          {w.receiver} <code>{checksum(now.address)}</code>
        </>
      ) : (
        w.receiverUnknown
      )}
      {w.receiverOnly}
    </p>
  );
}
