// The files of a run. Those that money is moved with are offered once the run is exported; each is the same at any time.
import { useState } from 'preact/hooks';
import { ApiProblem, address, ask } from '../../api/http';
import type { RunDetail } from '../../api/payout';
import { download } from '../../api/session';
import { words } from '../../i18n';
import { Icon } from '../../ui/icon';
import { Notice, sentence } from '../../ui/notice';

/** Forms that money is moved with. */
const moving = ['safe', 'propose', 'activate', 'airdrop', 'merkle'];
/** Of them, those that come in several parts. */
const parted = ['safe', 'airdrop'];

export function Exports({ run }: { run: RunDetail }) {
  const w = words().operator.exports;
  const out = run.state === 'exported' || run.state === 'settled';
  const offered = run.exports.filter((f) => out || !moving.includes(f));
  return (
    <div>
      <h3>{w.title}</h3>
      <p class="hint">{out ? w.hint : w.later}</p>
      <div class="buttons tight">
        {offered.map((format) =>
          parted.includes(format) && run.lines > 1 && run.method === 'transfer' ? (
            <Parts key={format} run={run.run} format={format} />
          ) : (
            <a key={format} class="button quiet" href={address(`/payouts/${run.run}/export/${format}`)} download>
              <Icon of="file" size={16} />
              {w.formats[format] ?? format}
            </a>
          ),
        )}
        <RunFile run={run.run} />
      </div>
    </div>
  );
}

/** A form of several batches: how many there are stands in a header of the first. */
function Parts({ run, format }: { run: string; format: string }) {
  const w = words().operator.exports;
  const [parts, setParts] = useState(0);
  const [problem, setProblem] = useState<ApiProblem>();
  const path = address(`/payouts/${run}/export/${format}`);
  const name = w.formats[format] ?? format;
  const count = async () => {
    setProblem(undefined);
    try {
      const answer = await ask(path, { cache: 'no-cache' });
      setParts(Number(answer.headers.get('Nodeledger-Parts') ?? '1'));
      await answer.body?.cancel();
    } catch (e) {
      setProblem(e instanceof ApiProblem ? e : new ApiProblem('broken', ''));
    }
  };
  if (problem) return <Notice tone="bad">{sentence(problem)}</Notice>;
  if (parts === 0) {
    return (
      <button type="button" class="button quiet" onClick={() => void count()}>
        <Icon of="file" size={16} />
        {w.show(name)}
      </button>
    );
  }
  return (
    <>
      {Array.from({ length: parts }, (_, i) => (
        <a key={i} class="button quiet" href={`${path}?part=${i + 1}`} download>
          <Icon of="file" size={16} />
          {parts === 1 ? name : w.part(name, i + 1, parts)}
        </a>
      ))}
    </>
  );
}

/** The run's own file says why wallets are held back, so it is read as an operator and kept by a link that is made here. */
function RunFile({ run }: { run: string }) {
  const w = words().operator.exports;
  const [problem, setProblem] = useState<ApiProblem>();
  const save = async () => {
    setProblem(undefined);
    try {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await download(address(`/operator/payouts/${run}/file`)));
      link.download = `payout-${run}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (e) {
      setProblem(e instanceof ApiProblem ? e : new ApiProblem('broken', ''));
    }
  };
  return (
    <>
      <button type="button" class="button quiet" onClick={() => void save()}>
        <Icon of="file" size={16} />
        {w.runFile}
      </button>
      {problem && <Notice tone="bad">{sentence(problem)}</Notice>}
    </>
  );
}
