// Signing in: with a wallet, or with a token.
import { useState } from 'preact/hooks';
import { ApiProblem, address } from '../../api/http';
import { useResource } from '../../api/resource';
import { ended, invite, signIn, signInWithToken } from '../../api/session';
import { words } from '../../i18n';
import type { Sale } from '../../schema/api.gen';
import { Field } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Notice, sentence } from '../../ui/notice';
import { account } from '../../wallet/account';
import { Connect } from '../../wallet/connect';
import { WalletFailure } from '../../wallet/failure';
import { failureText } from '../../wallet/failuretext';
import { signText } from '../../wallet/send';
import { issuedAt, signInText } from './signing';

const why = (e: unknown) =>
  e instanceof WalletFailure
    ? e.kind === 'rejected'
      ? words().operator.signIn.declined
      : failureText(e)
    : e instanceof ApiProblem
      ? sentence(e)
      : String(e);

export function SignIn() {
  const w = words().operator.signIn;
  return (
    <>
      {ended.value && <Notice tone="warn">{w.ended}</Notice>}
      <div class="grid">
        <div class="half">
          <WithWallet />
        </div>
        <div class="half">
          <WithToken />
        </div>
      </div>
    </>
  );
}

function WithWallet() {
  const w = words().operator.signIn;
  const sale = useResource<Sale>(address('/sale'));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const now = account.value;
  const enter = async () => {
    if (!now || !sale.data) return;
    setBusy(true);
    setFault('');
    try {
      const { nonce, message } = await invite(now.address);
      const text = signInText({
        origin: window.location.origin,
        wallet: now.address,
        program: sale.data.program,
        chain: sale.data.chain_id,
        nonce,
        issuedAt: issuedAt(message),
      });
      await signIn(text, await signText(now, text));
    } catch (e) {
      setFault(why(e));
      setBusy(false);
    }
  };
  return (
    <Card title={w.wallet} hint={w.walletHint}>
      <Connect />
      {now && (
        <button type="button" class="button main" disabled={busy || !sale.data} onClick={() => void enter()}>
          {busy ? words().wallet.waiting : w.walletButton}
        </button>
      )}
      {sale.problem && !sale.data && <Notice tone="bad">{sentence(sale.problem)}</Notice>}
      {fault && <Notice tone="warn">{fault}</Notice>}
    </Card>
  );
}

function WithToken() {
  const w = words().operator.signIn;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const enter = async (e: Event) => {
    e.preventDefault();
    if (!text.trim()) return setFault(w.tokenMissing);
    setBusy(true);
    setFault('');
    try {
      await signInWithToken(text);
    } catch (e) {
      setFault(why(e));
      setBusy(false);
    }
  };
  return (
    <Card title={w.token} hint={w.tokenHint}>
      <form class="stack-small" onSubmit={(e) => void enter(e)}>
        <Field
          label={w.tokenField}
          type="password"
          value={text}
          error={fault || undefined}
          autocomplete="off"
          placeholder="nlo_…"
          onInput={(e) => setText(e.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={busy}>
          {busy ? words().general.loading : w.tokenButton}
        </button>
      </form>
    </Card>
  );
}
