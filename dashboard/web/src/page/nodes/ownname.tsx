import { useEffect, useState } from 'preact/hooks';
import { words } from '../../i18n';
import { account } from '../../wallet/account';
import { nameOfAddress } from '../../wallet/name';

/** The name that an address has, beside it; nothing where the reader's wallet finds none. */
export function OwnName({ of }: { of: string }) {
  const [name, set] = useState<string>();
  const by = account.value;
  useEffect(() => {
    let gone = false;
    set(undefined);
    if (by)
      void nameOfAddress(by, of).then((found) => {
        if (!gone) set(found);
      });
    return () => {
      gone = true;
    };
  }, [of, by?.offer, by?.chain]);
  return name ? (
    <span class="muted" title={words().nodes.names.own(name)}>
      {name}
    </span>
  ) : null;
}
