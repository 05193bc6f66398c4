// What the connected wallet may still take of each tier.

import { locale, words } from '../../i18n';
import type { Holder, Sale } from '../../schema/api.gen';
import { Card } from '../../ui/layout';
import { Progress } from '../../ui/progress';

export function Quota({ sale, holder }: { sale: Sale; holder: Holder }) {
  const w = words();
  const limited = sale.tiers.filter((t) => t.per_wallet !== null && t.per_wallet > 0 && !t.listed);
  if (limited.length === 0) return null;
  const rows = limited.map((t) => {
    const used = holder.used_of_tiers[t.tier - 1] ?? 0;
    return {
      tier: t.tier,
      of: t.per_wallet as number,
      left: Math.max(0, Math.min((t.per_wallet as number) - used, t.left)),
    };
  });
  const n = (v: number) => v.toLocaleString(locale());
  return (
    <Card title={w.buy.quota} hint={rows.every((r) => r.left === 0) ? w.buy.quotaNone : w.buy.quotaHint}>
      <details>
        <summary>{w.buy.quotaOpen(n(rows.filter((r) => r.left > 0).length), n(rows.length))}</summary>
        <ul class="quota">
          {rows.map((r) => (
            <li key={r.tier}>
              <span class="between">
                <span>
                  {w.sale.columns.tier} {r.tier}
                </span>
                <span class="muted">{w.buy.quotaLeft(n(r.left), n(r.of))}</span>
              </span>
              <Progress done={BigInt(r.left)} of={BigInt(r.of)} label={`${w.sale.columns.tier} ${r.tier}`} />
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
