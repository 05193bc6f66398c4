// A payout against its root. Nothing of it leaves the browser.
import { useState } from 'preact/hooks';
import { sleep } from '../../api/http';
import { locale, words } from '../../i18n';
import { type Tree, TreeFault } from '../../proof/payout';
import { Hash } from '../../ui/address';
import { Copy } from '../../ui/copy';
import { FileDrop } from '../../ui/filedrop';
import { Field, TextArea } from '../../ui/form';
import { Card, Facts } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { isWallet } from '../../wallet/group';
import { type Claim, readPasted } from './claim';

type Found = { tree: Tree } | { claim: Claim } | { fault: TreeFault } | 'bad' | 'checking';

const isHash = (v: string) => /^0x[0-9a-fA-F]{64}$/.test(v);

export function PayoutCheck() {
  const w = words().verify.payout;
  const [text, setText] = useState('');
  const [root, setRoot] = useState('');
  const [wallet, setWallet] = useState('');
  const [found, setFound] = useState<Found>();

  const check = async (from: string) => {
    setFound('checking');
    await sleep(30); // so that the notice is drawn before the hashing begins
    try {
      setFound(readPasted(from, wallet) ?? 'bad');
    } catch (e) {
      setFound(e instanceof TreeFault ? { fault: e } : 'bad');
    }
  };
  return (
    <>
      <Card title={w.title} hint={w.hint}>
        <form
          class="stack-small"
          onSubmit={(e) => {
            e.preventDefault();
            if (text.trim()) void check(text);
          }}
        >
          <FileDrop label={w.drop} button={w.choose} onFile={(f) => void f.text().then(check)} />
          <TextArea label={w.paste} hint={w.pasteHint} value={text} onInput={(e) => setText(e.currentTarget.value)} />
          <div class="fields">
            <Field
              label={w.root}
              optional
              hint={w.rootHint}
              placeholder="0x…"
              autocomplete="off"
              value={root}
              error={root !== '' && !isHash(root) ? w.badRoot : undefined}
              onInput={(e) => setRoot(e.currentTarget.value.trim())}
            />
            <Field
              label={w.wallet}
              optional
              hint={w.walletHint}
              placeholder="0x…"
              autocomplete="off"
              value={wallet}
              onInput={(e) => setWallet(e.currentTarget.value.trim())}
            />
          </div>
          <button type="submit" class="button main" disabled={text.trim() === ''}>
            {w.run}
          </button>
        </form>
      </Card>
      {found && <Result of={found} root={isHash(root) ? root.toLowerCase() : ''} wallet={wallet} />}
    </>
  );
}

function Result({ of, root, wallet }: { of: Found; root: string; wallet: string }) {
  const w = words().verify.payout;
  if (of === 'checking') return <Notice>{w.checking}</Notice>;
  if (of === 'bad') return <Notice tone="bad">{w.bad}</Notice>;
  if ('fault' in of) return <Notice tone="bad">{w.faults[of.fault.fault](of.fault.where)}</Notice>;
  if ('tree' in of) return <TreeResult of={of.tree} root={root} wallet={wallet} />;
  const want = root || of.claim.root;
  if (!want) return <Notice>{w.proofOnly(of.claim.leads)}</Notice>;
  if (want !== of.claim.leads) {
    return (
      <Notice tone="bad" title={w.proofBad}>
        {w.proofBadText(of.claim.leads)}
      </Notice>
    );
  }
  return <Notice tone="good">{w.proofGood}</Notice>;
}

function TreeResult({ of: tree, root, wallet }: { of: Tree; root: string; wallet: string }) {
  const w = words().verify.payout;
  const leaf = isWallet(wallet) ? tree.find(wallet) : undefined;
  const proof = leaf && tree.proof(leaf);
  return (
    <>
      {root !== '' && root !== tree.root ? (
        <Notice tone="bad" title={w.rootOther}>
          {w.rootOtherText(tree.root)}
        </Notice>
      ) : (
        <Notice tone="good" title={w.treeGood}>
          {root ? w.rootSame : w.rootOwn}
        </Notice>
      )}
      <Card>
        <Facts
          rows={[
            [w.rootIs, <Hash of={tree.root} />],
            [w.leaves, tree.leaves.length.toLocaleString(locale())],
            [w.total, tree.total.toLocaleString(locale())],
            ...(isWallet(wallet)
              ? ([[w.found, leaf ? leaf.amount.toLocaleString(locale()) : w.notFound]] as [
                  string,
                  preact.ComponentChildren,
                ][])
              : []),
            ...(leaf && proof
              ? ([
                  [
                    w.proof,
                    <>
                      {w.siblings(proof.length)}{' '}
                      <Copy
                        text={JSON.stringify({
                          wallet: leaf.wallet,
                          cumulative: leaf.amount.toString(),
                          proof,
                          root: tree.root,
                        })}
                        name={w.copyProof}
                        label={w.copyProof}
                      />
                    </>,
                  ],
                ] as [string, preact.ComponentChildren][])
              : []),
          ]}
        />
      </Card>
    </>
  );
}
