// Adding wallets by their addresses, or one by its name: the address that the name leads to is shown whole before it is added.
import { useState } from 'preact/hooks';
import { words } from '../../i18n';
import { Address } from '../../ui/address';
import { Field } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { account } from '../../wallet/account';
import { add, group, most, readWallets } from '../../wallet/group';
import { label } from '../../wallet/label';
import { addressOfName, isName, registryOf } from '../../wallet/name';

interface Found {
  name: string;
  address: string;
}

export function Add() {
  const w = words().nodes;
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const [found, setFound] = useState<Found>();
  const [busy, setBusy] = useState(false);
  const keep = (wallets: readonly string[]): boolean => {
    if (new Set([...group.value, ...wallets]).size > most) {
      setFault(w.addFull(most));
      return false;
    }
    add(wallets);
    change('');
    return true;
  };
  const change = (now: string) => {
    setText(now);
    setFault('');
    setFound(undefined);
  };
  const look = async (name: string) => {
    const by = account.value;
    if (!by || !registryOf(by.chain)) return setFault(w.names.unable(name));
    setBusy(true);
    try {
      const address = await addressOfName(by, name);
      if (address) setFound({ name, address });
      else setFault(w.names.missing(name));
    } catch {
      setFault(w.names.failed(name));
    } finally {
      setBusy(false);
    }
  };
  const submit = (e: Event) => {
    e.preventDefault();
    setFault('');
    const name = text.trim().toLowerCase();
    if (isName(name)) return void look(name);
    const { wallets, faults } = readWallets(text);
    if (faults[0]) setFault(w.addFault(faults[0]));
    else keep(wallets);
  };
  const use = ({ name, address }: Found) => {
    if (keep([address])) label(address, name);
  };
  return (
    <div class="stack-small">
      <form class="inline-form" onSubmit={submit}>
        <Field
          label={w.add}
          hint={w.addHint}
          error={fault || undefined}
          value={text}
          placeholder="0x…"
          autocomplete="off"
          disabled={busy}
          onInput={(e) => change(e.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={busy}>
          {w.addButton}
        </button>
      </form>
      {found && (
        <Notice
          title={w.names.leads(found.name)}
          action={
            <button type="button" class="button" onClick={() => use(found)}>
              {w.names.use}
            </button>
          }
        >
          <Address of={found.address} whole />
        </Notice>
      )}
    </div>
  );
}
