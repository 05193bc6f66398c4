// The verdict on a line, step by step, and what it proves.

import { words } from '../../i18n';
import type { Verdict } from '../../proof/ledger';
import type { LineProof } from '../../schema/api.gen';
import { Hash } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Icon } from '../../ui/icon';
import { Card, Facts } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { kindName } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

/** A line that was looked at. */
export interface Checked {
  proof: LineProof;
  verdict: Verdict;
  /** The reader gave the root; otherwise it is the server's own. */
  own: boolean;
}

export function Proven({ of: { proof, verdict, own } }: { of: Checked }) {
  const w = words();
  const t = w.verify.line;
  const tx = proof.transaction;
  const posting = tx.postings[0];
  // Without a root from elsewhere the server's own would be compared with itself.
  const alone = (step: string) => step === 'root' && !own;
  const saved = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(proof, null, 1))}`;
  return (
    <>
      {verdict.holds ? (
        <Notice tone="good" title={t.holds}>
          {own ? t.holdsTrusted : t.holdsOwn}
        </Notice>
      ) : (
        <Notice tone="bad" title={t.fails}>
          {t.failsText}
        </Notice>
      )}
      <Card title={t.result}>
        <Table
          caption={t.result}
          rows={verdict.steps}
          keyOf={(s) => s.step}
          columns={[
            { name: t.step, cell: (s) => t.steps[s.step] },
            { name: t.computed, cell: (s) => (s.got ? <Hash of={s.got} /> : '–') },
            { name: t.expected, cell: (s) => (s.want && !alone(s.step) ? <Hash of={s.want} /> : '–') },
            {
              name: t.result,
              cell: (s) =>
                alone(s.step) ? (
                  <span class="tag">{t.notCompared}</span>
                ) : (
                  <span class={s.holds ? 'tag good' : 'tag bad'}>{s.holds ? t.ok : t.bad}</span>
                ),
            },
          ]}
        />
      </Card>
      {posting && (
        <Card
          title={t.proven}
          action={
            <a class="button quiet" href={saved} download={`proof-${tx.sequence}-${proof.line}.json`}>
              <Icon of="file" size={16} />
              {t.keep}
            </a>
          }
        >
          <Facts
            rows={[
              [t.from, <code>{posting.from}</code>],
              [t.to, <code>{posting.to}</code>],
              [t.amount, <AmountOf of={posting.amount} places={18} />],
              [t.kind, kindName(tx.kind)],
              [t.effective, <Time at={tx.effective} />],
              [t.source, tx.source.origin === 'evm' ? <Hash of={tx.source.tx_hash} /> : <code>{tx.key}</code>],
              [t.leaf, t.leafOf(proof.leaf.index, proof.leaf.size)],
              [t.root, <Hash of={proof.leaf.root} />],
            ]}
          />
        </Card>
      )}
    </>
  );
}
