// What can be claimed now, asset by asset and wallet by wallet.
import { address } from '../../api/http';
import type { HolderPayouts } from '../../api/payout';
import { words } from '../../i18n';
import { Hash } from '../../ui/address';
import { Icon } from '../../ui/icon';
import { Card } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { ClaimOf } from './claim';
import { ClaimAll, together } from './claimall';
import { offerOf } from './offer';

export function Claims({ holders, reload }: { holders: HolderPayouts[]; reload: () => void }) {
  const w = words().payouts.claim;
  const list = holders.flatMap((h) => h.claims.map((c) => ({ ...offerOf(h.wallet, c), run: c.run })));
  const by = holders.find((h) => h.many_claims)?.many_claims;
  const all = together(list);
  const trees = [...new Set(list.map((c) => c.run))];
  const from = holders
    .flatMap((h) => h.claims.flatMap((c) => c.books ?? []))
    .filter((b, i, all) => all.findIndex((o) => o.root === b.root) === i);
  return (
    <Card title={w.title} hint={w.hint}>
      {list.length === 0 ? (
        <Empty title={w.none}>{w.noneText}</Empty>
      ) : (
        <div class="claims">
          {by && all.length > 0 && <ClaimAll offers={all} by={by} onFinal={reload} />}
          {list.map(({ offer, fault }) => (
            <ClaimOf
              key={`${offer.wallet}.${offer.call.to}.${offer.root}`}
              offer={offer}
              fault={fault}
              onFinal={reload}
            />
          ))}
        </div>
      )}
      {trees.length > 0 && <p class="hint">{w.books}</p>}
      {from.map((b) => (
        <p key={b.root} class="hint">
          {w.from(b.size)} <Hash of={b.root} />
        </p>
      ))}
      {trees.length > 0 && (
        <div class="buttons">
          {trees.map((run) => (
            <a
              key={run}
              class="button quiet"
              href={address(`/payouts/${run}/export/merkle`)}
              download={`${run}-tree.json`}
            >
              <Icon of="file" size={16} />
              {w.keepTree(run)}
            </a>
          ))}
        </div>
      )}
    </Card>
  );
}
