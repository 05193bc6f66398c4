// The reason for every zero: no nodes, points that became tokens, or what the last epoch says about the wallet.
import { address } from '../../api/http';
import { useAll } from '../../api/resource';
import { locale, words } from '../../i18n';
import { isZero } from '../../money';
import { hrefOf } from '../../route';
import type { Account, EpochExplanation, Epochs, Holder, Tokens } from '../../schema/api.gen';
import { day } from '../../time';
import { short } from '../../ui/address';
import { Card, Facts } from '../../ui/layout';
import { textsOf } from '../../ui/sentence';

const kinds = { 'points-epoch': 'whyPoints', 'token-epoch': 'whyTokens' } as const;

type Row = [string, preact.ComponentChildren];

export function Why({ holders }: { holders: Holder[] }) {
  const w = words().nodes;
  const several = holders.length > 1;
  const titled = (title: string, wallet: string) => (several ? `${title} · ${short(wallet)}` : title);
  const rows: Row[] = [
    ...holders.filter((h) => h.nodes === 0).map((h): Row => [titled(w.held, h.wallet), w.whyNodes]),
    ...useHoldings(holders, titled),
    ...useEpochs(holders, titled),
  ];
  if (rows.length === 0) return null;
  return (
    <Card title={w.why}>
      <Facts rows={rows} />
    </Card>
  );
}

/** Why a balance of points or tokens is zero: points that became tokens, or nothing given out yet. */
function useHoldings(holders: Holder[], titled: (title: string, wallet: string) => string): Row[] {
  const w = words().nodes;
  const tokens = useAll<Tokens>(holders.map((h) => address(`/holders/${h.wallet}/tokens`))).data ?? [];
  const pointless = tokens.filter((t) => t.points && isZero(t.points));
  const accounts =
    useAll<Account>(pointless.map((t) => address(`/ledger/accounts/${t.points_account}`, { limit: 1 }))).data ?? [];
  const drops = useAll<Epochs>(
    tokens.some((t) => t.locked)
      ? ['token-epoch', 'tge-drop'].map((kind) => address('/epochs', { kind, limit: 1 }))
      : [],
  ).data;
  const none = drops?.every((d) => d.epochs.length === 0);
  return [
    ...pointless.flatMap((t, i): Row[] =>
      accounts[i]?.entries[0]?.kind === 'tge-conversion' ? [[titled(w.points, t.wallet), w.whyConverted]] : [],
    ),
    ...(none ? tokens.map((t): Row => [titled(w.tokens, t.wallet), w.whyNoEpoch]) : []),
  ];
}

/** Why the last epoch of each kind gave a wallet nothing. */
function useEpochs(holders: Holder[], titled: (title: string, wallet: string) => string): Row[] {
  const w = words();
  const latest = useAll<Epochs>(Object.keys(kinds).map((kind) => address('/epochs', { kind, limit: 1 })));
  const epochs = (latest.data ?? []).flatMap((e) => e.epochs.slice(0, 1));
  const found = useAll<EpochExplanation>(
    epochs.flatMap((e) => holders.map((h) => address(`/epochs/${e.job}/${e.slot}/holders/${h.wallet}`))),
  );
  return (found.data ?? []).flatMap((r, i): Row[] => {
    const epoch = epochs[Math.floor(i / holders.length)];
    const title = epoch && kinds[epoch.kind as keyof typeof kinds];
    if (!title || !isZero(r.amount)) return [];
    return [
      [
        titled(w.nodes[title](day(epoch.start, locale())), r.wallet),
        <a href={hrefOf('rewards', { epoch: `${epoch.job}/${epoch.slot}`, wallet: r.wallet })}>
          {textsOf(r.zero_reasons)}
        </a>,
      ],
    ];
  });
}
