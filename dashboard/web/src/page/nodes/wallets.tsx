// Which wallets are looked at.
import { useState } from 'preact/hooks';
import { words } from '../../i18n';
import { Address, short } from '../../ui/address';
import { Field } from '../../ui/form';
import { Icon } from '../../ui/icon';
import { Card } from '../../ui/layout';
import { account } from '../../wallet/account';
import { Connect } from '../../wallet/connect';
import { add, group, most, readWallets, remove } from '../../wallet/group';

export function Wallets({ shown }: { shown: string[] }) {
  const w = words().nodes;
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const own = account.value?.address;
  const submit = (e: Event) => {
    e.preventDefault();
    const { wallets, faults } = readWallets(text);
    if (faults[0]) return setFault(w.addFault(faults[0]));
    if (new Set([...group.value, ...wallets]).size > most) return setFault(w.addFull(most));
    add(wallets);
    setText('');
    setFault('');
  };
  return (
    <Card title={w.wallets} hint={w.walletsHint}>
      {shown.length > 0 && (
        <ul class="chips">
          {shown.map((a) => (
            <li key={a}>
              <Address of={a} />
              {a === own && <span class="tag good">{w.connected}</span>}
              {group.value.includes(a) && (
                <button
                  type="button"
                  class="copy"
                  aria-label={w.remove(short(a))}
                  title={w.remove(short(a))}
                  onClick={() => remove(a)}
                >
                  <Icon of="close" size={16} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div class="grid">
        <div class="half">
          <Connect />
        </div>
        <form class="half inline-form" onSubmit={submit}>
          <Field
            label={w.add}
            hint={w.addHint}
            error={fault || undefined}
            value={text}
            placeholder="0x…"
            autocomplete="off"
            onInput={(e) => setText(e.currentTarget.value)}
          />
          <button type="submit" class="button">
            {w.addButton}
          </button>
        </form>
      </div>
    </Card>
  );
}
