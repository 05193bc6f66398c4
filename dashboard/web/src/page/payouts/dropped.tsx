// Claiming from a published tree: the file is read and every hash of it computed here, so that a claim needs the chain and
// nothing else.
import { useState } from 'preact/hooks';
import type { HolderPayouts } from '../../api/payout';
import { locale, words } from '../../i18n';
import { format } from '../../money';
import { type Leaf, readTree, type Tree, TreeFault } from '../../proof/payout';
import { Address, Hash, short } from '../../ui/address';
import { FileDrop } from '../../ui/filedrop';
import { Field } from '../../ui/form';
import { Card, Facts } from '../../ui/layout';
import { Empty, Notice } from '../../ui/notice';
import { account } from '../../wallet/account';
import { failureText } from '../../wallet/failuretext';
import { ClaimOf } from './claim';
import { offerOfTree, type Place } from './offer';
import { findPlace, knownPlaces, type PlaceFault } from './place';

/** The largest file that is read: some 500,000 wallets. */
const mostBytes = 128 << 20;

type Read = { tree: Tree; name: string } | { fault: string };

export function Dropped({ wallets, holders }: { wallets: string[]; holders: HolderPayouts[] }) {
  const w = words().payouts.tree;
  const [read, setRead] = useState<Read>();
  const open = async (file: File) => {
    if (file.size > mostBytes) return setRead({ fault: w.tooLarge });
    try {
      setRead({ tree: readTree(JSON.parse(await file.text())), name: file.name });
    } catch (e) {
      setRead({ fault: e instanceof TreeFault ? w.faults[e.fault](e.where) : w.noJSON });
    }
  };
  return (
    <Card title={w.title} hint={w.hint}>
      <FileDrop label={w.drop} button={w.choose} hint={w.dropHint} onFile={(f) => void open(f)} />
      {read && 'fault' in read && <Notice tone="bad">{read.fault}</Notice>}
      {read && 'tree' in read && (
        <Found key={read.tree.root} tree={read.tree} name={read.name} wallets={wallets} holders={holders} />
      )}
    </Card>
  );
}

function Found({
  tree,
  name,
  wallets,
  holders,
}: {
  tree: Tree;
  name: string;
  wallets: string[];
  holders: HolderPayouts[];
}) {
  const w = words().payouts.tree;
  const known = knownPlaces(holders);
  const [place, setPlace] = useState<Place | undefined>(known.length === 1 ? known[0] : undefined);
  const mine = wallets.map((a) => tree.find(a)).filter((l): l is Leaf => l !== undefined);
  return (
    <div class="stack-small">
      <Notice tone="good" title={w.good(name)}>
        {w.goodText(tree.leaves.length.toLocaleString(locale()))}
      </Notice>
      <Facts
        rows={[
          [w.root, <Hash of={tree.root} />],
          ...(place
            ? ([
                [w.total, `${format(tree.total, place.decimals, { locale: locale() })} ${place.asset}`],
                [w.distributor, <Address of={place.distributor} />],
              ] as [string, preact.ComponentChildren][])
            : []),
        ]}
      />
      <Choice known={known} place={place} onPick={setPlace} />
      {wallets.length === 0 ? (
        <Empty title={w.whose}>{w.whoseText}</Empty>
      ) : mine.length === 0 ? (
        <Empty title={w.notIn}>{w.notInText(wallets.map(short).join(', '))}</Empty>
      ) : (
        place && (
          <div class="claims">
            {mine.map((leaf) => (
              <ClaimOf
                key={`${leaf.wallet}.${place.chain}.${place.distributor}`}
                offer={offerOfTree(tree, leaf, place)}
                fromFile
              />
            ))}
          </div>
        )
      )}
    </div>
  );
}

/** Where the tree is claimed: a contract that is known, or one whose address is typed and read through the wallet. */
function Choice({
  known,
  place,
  onPick,
}: {
  known: Place[];
  place: Place | undefined;
  onPick: (p: Place | undefined) => void;
}) {
  const w = words().payouts.tree;
  const [text, setText] = useState(place?.distributor ?? '');
  const [fault, setFault] = useState<PlaceFault>();
  const [busy, setBusy] = useState(false);
  const now = account.value;
  const submit = async (e: Event) => {
    e.preventDefault();
    const same = known.find((p) => p.distributor === text.trim().toLowerCase());
    if (same) return onPick(same);
    if (!now) return;
    setBusy(true);
    const found = await findPlace(now, text);
    setBusy(false);
    setFault('fault' in found ? found.fault : undefined);
    onPick('fault' in found ? undefined : found);
  };
  const error =
    fault === undefined
      ? undefined
      : fault === 'form'
        ? w.placeForm
        : fault === 'not-a-distributor'
          ? w.placeNone
          : failureText(fault);
  return (
    <form class="inline-form" onSubmit={(e) => void submit(e)}>
      <Field
        label={w.distributor}
        hint={now || known.length > 0 ? w.placeHint : w.placeConnect}
        error={error}
        value={text}
        placeholder="0x…"
        autocomplete="off"
        onInput={(e) => setText(e.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={busy || (!now && known.length === 0)}>
        {w.placeUse}
      </button>
    </form>
  );
}
