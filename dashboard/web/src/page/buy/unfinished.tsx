// A note about each purchase that is not final yet, with a way to it.
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import { Notice } from '../../ui/notice';
import { forget, type Sent, sent } from '../../wallet/sent';
import { useFollowed } from './follow';

export function Unfinished() {
  return (
    <>
      {sent.value.map((s) => (
        <Note key={s.hash} of={s} />
      ))}
    </>
  );
}

function Note({ of }: { of: Sent }) {
  const w = words();
  const now = useFollowed(of);
  const steps = w.buy.unfinishedSteps;
  return (
    <Notice
      title={w.buy.unfinished(w.general.nodes(of.quantity))}
      action={
        <span class="buttons tight">
          <a class="button quiet" href={hrefOf('buy', { tx: of.hash })}>
            {w.buy.follow}
          </a>
          {now.block === undefined && (
            <button type="button" class="button quiet" onClick={() => forget(of.hash)}>
              {w.buy.forget}
            </button>
          )}
        </span>
      }
    >
      {now.failed
        ? steps.failed
        : now.booked
          ? steps.booked
          : now.block !== undefined
            ? steps.booking
            : now.unseen
              ? w.buy.notes.unseen
              : steps.sent}
    </Notice>
  );
}
