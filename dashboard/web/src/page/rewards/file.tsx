// The file of an epoch, and whether its bytes are those that the ledger sealed.
import { useState } from 'preact/hooks';
import { ApiProblem, address, bytes } from '../../api/http';
import { locale, words } from '../../i18n';
import { hexOf } from '../../proof/hex';
import { sha256 } from '../../proof/tree';
import { hrefOf } from '../../route';
import type { EpochDetail } from '../../schema/api.gen';
import { Hash } from '../../ui/address';
import { Icon } from '../../ui/icon';
import { Card, Facts } from '../../ui/layout';
import { Notice, sentence } from '../../ui/notice';

type Check =
  | { state: 'checking' }
  | { state: 'good'; size: number }
  | { state: 'bad'; hash: string }
  | { state: 'failed'; why: string };

export function File({ of: e }: { of: EpochDetail }) {
  const w = words().rewards;
  const [check, set] = useState<Check>();
  const path = address(`/epochs/${encodeURIComponent(e.job)}/${encodeURIComponent(e.slot)}/file`);
  const run = async () => {
    if (!globalThis.crypto?.subtle) return set({ state: 'failed', why: w.insecure });
    set({ state: 'checking' });
    try {
      const content = await bytes(path);
      const hash = hexOf(await sha256(content));
      set(hash === e.file.toLowerCase() ? { state: 'good', size: content.length } : { state: 'bad', hash });
    } catch (err) {
      set({ state: 'failed', why: err instanceof ApiProblem ? sentence(err) : String(err) });
    }
  };
  return (
    <Card title={w.file} hint={w.fileHint}>
      <Facts
        rows={[
          [w.hash, <Hash of={e.file} />],
          [
            w.sequence,
            <a href={hrefOf('verify', { sequence: String(e.sequence), line: '0' })}>
              {e.sequence.toLocaleString(locale())}
            </a>,
          ],
          [w.rule, <code>{e.rule}</code>],
        ]}
      />
      <div class="buttons">
        <a class="button" href={path} download>
          <Icon of="file" />
          {w.download}
        </a>
        <button type="button" class="button" disabled={check?.state === 'checking'} onClick={() => void run()}>
          <Icon of="verify" />
          {check?.state === 'checking' ? w.checking : w.check}
        </button>
      </div>
      {check?.state === 'good' && <Notice tone="good">{w.checkGood(check.size.toLocaleString(locale()))}</Notice>}
      {check?.state === 'bad' && <Notice tone="bad">{w.checkBad(check.hash)}</Notice>}
      {check?.state === 'failed' && <Notice tone="warn">{check.why}</Notice>}
    </Card>
  );
}
