// Pairing with a wallet on another device: the code that it scans, until it has shared an account.
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../i18n';
import { Copy } from '../../ui/copy';
import { Notice } from '../../ui/notice';
import { connect } from '../account';
import { failureOf, type WalletFailure } from '../failure';
import { failureText } from '../failuretext';
import Qr from '../qr';
import type { PairingConfig } from './config';
import { providerOf } from './provider';
import { pair, type Session } from './session';

const site = () => ({
  name: document.title.slice(0, 60),
  description: document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '',
  url: window.location.origin,
  icons: [`${window.location.origin}/favicon.svg`],
});

/** Connects the page to the wallet of a session, until either ends it or the page is left. */
async function use(session: Session, { chain, node }: PairingConfig): Promise<void> {
  const end = () => {
    window.removeEventListener('pagehide', end);
    session.end();
  };
  window.addEventListener('pagehide', end);
  const provider = providerOf(session, chain, node);
  await connect({ id: 'pairing', name: session.name, icon: '', rdns: '', provider, end });
}

export default function Panel({ config, leave }: { config: PairingConfig; leave: () => void }) {
  const w = words().wallet.pairing;
  const [turn, again] = useState(0);
  const [link, setLink] = useState('');
  const [failure, fail] = useState<WalletFailure>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { project, relay, chain } = config;
    const p = pair({ relay: { url: relay, projectId: project }, chain, site: site() });
    let left = false;
    let settled = false; // from then on the session is the connected wallet's, and this panel goes
    setLink(p.link);
    fail(undefined);
    heading.current?.focus();
    p.settled
      .then((session) => {
        settled = true;
        return use(session, config);
      })
      .catch((e) => {
        if (!left) fail(failureOf(e));
      });
    return () => {
      left = true;
      if (!settled) p.cancel();
    };
  }, [turn]);
  return (
    <section class="pairing" aria-label={w.title}>
      <h3 tabIndex={-1} ref={heading}>
        {w.title}
      </h3>
      {failure ? (
        <Notice
          tone="warn"
          action={
            <button type="button" class="button" onClick={() => again((n) => n + 1)}>
              {w.again}
            </button>
          }
        >
          {failureText(failure)}
        </Notice>
      ) : (
        <>
          <p class="hint">{w.text(new URL(config.relay).host)}</p>
          {link && <Qr text={link} label={w.code} />}
        </>
      )}
      <div class="buttons tight">
        {!failure && (
          <>
            <a class="button quiet on-phone" href={link}>
              {w.openHere}
            </a>
            <Copy text={link} name={w.copy} label={w.copy} />
          </>
        )}
        <button type="button" class="button quiet" onClick={leave}>
          {w.cancel}
        </button>
      </div>
    </section>
  );
}
