// One line of the ledger against the tree over everything.
import { useEffect, useState } from 'preact/hooks';
import { ApiProblem, address, get } from '../../api/http';
import { useResource } from '../../api/resource';
import { words } from '../../i18n';
import { verifyLine } from '../../proof/ledger';
import { place, setQuery } from '../../route';
import type { Ledger, LineProof } from '../../schema/api.gen';
import { Hash } from '../../ui/address';
import { Field, TextArea } from '../../ui/form';
import { Card, Facts } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Notice, ProblemOf } from '../../ui/notice';
import { type Checked, Proven } from './proven';

const isHash = (v: string) => /^0x[0-9a-fA-F]{64}$/.test(v);
const isNumber = (v: string) => /^[0-9]{1,15}$/.test(v);

export function LineCheck() {
  const w = words().verify.line;
  const q = place.value.query;
  const [sequence, setSequence] = useState(q.get('sequence') ?? '');
  const [line, setLine] = useState(q.get('line') ?? '0');
  const [trusted, setTrusted] = useState('');
  const [size, setSize] = useState('');
  const [pasted, setPasted] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [unreadable, setUnreadable] = useState(false);
  const [checked, setChecked] = useState<Checked>();

  const check = async (load: () => Promise<LineProof>) => {
    setTried(true);
    setProblem(undefined);
    setUnreadable(false);
    setChecked(undefined);
    if (trusted !== '' && !isHash(trusted)) return;
    try {
      const proof = await load();
      const verdict = await verifyLine(proof, trusted || proof.leaf.root);
      setChecked({ proof, verdict, own: trusted !== '' });
    } catch (e) {
      if (e instanceof ApiProblem) setProblem(e);
      else setUnreadable(true);
    }
  };
  const fetched = async () => {
    if (!isNumber(sequence) || !isNumber(line) || (size !== '' && !isNumber(size))) return setTried(true);
    setQuery({ sequence, line });
    await check(() => get<LineProof>(address(`/ledger/proof/${sequence}/${line}`, size === '' ? {} : { size })));
  };
  useEffect(() => {
    if (q.get('sequence')) void fetched();
  }, []);
  return (
    <>
      <Card title={w.title} hint={w.hint}>
        <form
          class="stack-small"
          onSubmit={(e) => {
            e.preventDefault();
            void (pasted.trim() ? check(async () => JSON.parse(pasted) as LineProof) : fetched());
          }}
        >
          <div class="fields">
            <Field
              label={w.sequence}
              hint={w.sequenceHint}
              inputMode="numeric"
              value={sequence}
              error={tried && !pasted && !isNumber(sequence) ? w.number : undefined}
              onInput={(e) => setSequence(e.currentTarget.value.trim())}
            />
            <Field
              label={w.index}
              hint={w.indexHint}
              inputMode="numeric"
              value={line}
              error={tried && !pasted && !isNumber(line) ? w.number : undefined}
              onInput={(e) => setLine(e.currentTarget.value.trim())}
            />
          </div>
          <Field
            label={w.trusted}
            optional
            hint={w.trustedHint}
            placeholder="0x…"
            autocomplete="off"
            value={trusted}
            error={trusted !== '' && !isHash(trusted) ? w.badHash : undefined}
            onInput={(e) => setTrusted(e.currentTarget.value.trim())}
          />
          <Field
            label={w.trustedSize}
            optional
            hint={w.trustedSizeHint}
            inputMode="numeric"
            value={size}
            error={size !== '' && !isNumber(size) ? w.number : undefined}
            onInput={(e) => setSize(e.currentTarget.value.trim())}
          />
          <details>
            <summary>{w.pasteTitle}</summary>
            <TextArea
              label={w.paste}
              hint={w.pasteHint}
              value={pasted}
              onInput={(e) => setPasted(e.currentTarget.value)}
            />
          </details>
          <button type="submit" class="button main">
            {w.run}
          </button>
        </form>
      </Card>
      {problem && <ProblemOf of={problem} />}
      {unreadable && <Notice tone="bad">{w.badPaste}</Notice>}
      {checked && <Proven of={checked} />}
      <Latest
        onPick={(at) => {
          setTrusted(at.root);
          setSize(String(at.size));
        }}
      />
    </>
  );
}

/** Where the books are now, to write down. */
function Latest({ onPick }: { onPick: (at: Ledger) => void }) {
  const w = words().verify.line;
  const found = useResource<Ledger>(address('/ledger'));
  return (
    <Card title={w.latest} hint={w.latestHint}>
      <Show of={found} lines={4}>
        {(l) => (
          <>
            <Facts
              rows={[
                [w.size, String(l.size)],
                [w.root, <Hash of={l.root} />],
              ]}
            />
            <button type="button" class="button quiet" onClick={() => onPick(l)}>
              {w.use}
            </button>
          </>
        )}
      </Show>
    </Card>
  );
}
