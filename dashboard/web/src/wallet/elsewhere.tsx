// Without a wallet in this browser: the page is opened in the browser of a wallet on a phone.
import { useState } from 'preact/hooks';
import { words } from '../i18n';
import { lazy } from '../lazy';
import { place } from '../route';
import { Copy } from '../ui/copy';
import { apps } from './phone';

const Qr = lazy(() => import('./qr'));

export function Elsewhere() {
  const w = words().wallet.elsewhere;
  const [open, setOpen] = useState(false);
  void place.value; // its address is the page's
  const page = new URL(window.location.href);
  page.hash = '';
  return (
    <details class="elsewhere" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w.title}</summary>
      {open && (
        <>
          <p class="hint">{w.text}</p>
          <Qr text={page.href} label={w.code} />
          <div class="buttons tight">
            {apps.map((app) => (
              <a key={app.name} class="button quiet on-phone" href={app.link(page)}>
                {w.openIn(app.name)}
              </a>
            ))}
            <Copy text={page.href} name={w.copy} label={w.copy} />
          </div>
        </>
      )}
    </details>
  );
}
