// Which wallets are looked at: those of the address, or those that this browser keeps; what they are called; the link to show them.
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import { Address, short } from '../../ui/address';
import { Copy } from '../../ui/copy';
import { Field } from '../../ui/form';
import { Icon } from '../../ui/icon';
import { Card } from '../../ui/layout';
import { account } from '../../wallet/account';
import { Connect } from '../../wallet/connect';
import { add, group, remove } from '../../wallet/group';
import { label, labels, longest } from '../../wallet/label';
import { linked, linkedName, sharedLink } from '../../wallet/shown';
import { Add } from './add';
import { OwnName } from './ownname';

export function Wallets({ shown }: { shown: string[] }) {
  const w = words().nodes;
  const ofLink = linked().length > 0;
  return (
    <Card
      title={ofLink ? linkedName() || w.linkedTitle : w.wallets}
      hint={ofLink ? w.linkedHint : w.walletsHint}
      action={shown.length > 0 && <Copy text={sharedLink(shown)} name={w.copyLink} label={w.copyLink} />}
    >
      {shown.length > 0 && <Chips shown={shown} />}
      {shown.length > 0 && !account.value && <Connect />}
      {ofLink ? (
        <div class="buttons">
          <button type="button" class="button" onClick={() => add(shown)}>
            {w.keepLinked}
          </button>
          <a class="button quiet" href={hrefOf('nodes')}>
            {w.leaveLinked}
          </a>
        </div>
      ) : shown.length === 0 ? (
        <div class="grid">
          <div class="half">
            <Connect />
          </div>
          <div class="half">
            <Add />
          </div>
        </div>
      ) : (
        <details>
          <summary>{w.change}</summary>
          {account.value && <Connect />}
          <Add />
          <Names shown={shown} />
        </details>
      )}
    </Card>
  );
}

function Chips({ shown }: { shown: string[] }) {
  const w = words().nodes;
  const own = account.value?.address;
  return (
    <ul class="chips">
      {shown.map((a) => (
        <li key={a}>
          <Address of={a} />
          <OwnName of={a} />
          {a === own && <span class="tag good">{w.connected}</span>}
          {group.value.includes(a) && (
            <button
              type="button"
              class="copy"
              aria-label={w.remove(labels.value[a] ?? short(a))}
              title={w.remove(labels.value[a] ?? short(a))}
              onClick={() => remove(a)}
            >
              <Icon of="close" size={16} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the reader calls each wallet. */
function Names({ shown }: { shown: string[] }) {
  const w = words().nodes;
  return (
    <div class="fields">
      {shown.map((a) => (
        <Field
          key={a}
          label={w.labelOf(short(a))}
          optional
          value={labels.value[a] ?? ''}
          maxLength={longest}
          autocomplete="off"
          onInput={(e) => label(a, e.currentTarget.value)}
        />
      ))}
    </div>
  );
}
