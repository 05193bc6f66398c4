// The button for wallets on other devices. Its code, the cryptography with it, is loaded when it is pressed.
import { useState } from 'preact/hooks';
import { words } from '../../i18n';
import { lazy } from '../../lazy';
import { pairingConfig } from './config';

const Panel = lazy(() => import('./panel'));

/** Nothing, where the deployment has not switched it on. */
export function PairingButton() {
  const [open, setOpen] = useState(false);
  const config = pairingConfig();
  if (!config) return null;
  if (open) return <Panel config={config} leave={() => setOpen(false)} />;
  return (
    <button type="button" class="button" onClick={() => setOpen(true)}>
      {words().wallet.pairing.open}
    </button>
  );
}
