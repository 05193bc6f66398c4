// Asking the server from the page: fields for what the request takes, and the answer set out.
import { useEffect, useRef, useState } from 'preact/hooks';
import { locale, words } from '../../i18n';
import { Copy } from '../../ui/copy';
import { Choose, Field } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { asked, type Operation } from './group';
import { fallbackOf, limitsOf } from './limits';
import { type Description, resolve } from './openapi';
import { addressOf, lacking, setOut } from './request';

/** Most characters of an answer that are shown. */
export const mostShown = 40_000;

interface Answered {
  status: number;
  ms: number;
  size: number;
  text: string;
}

export function Try({
  doc,
  of: o,
  values,
  onChange,
}: {
  doc: Description;
  of: Operation;
  values: Record<string, string>;
  onChange: (v: Record<string, string>) => void;
}) {
  const w = words().reference;
  const [state, set] = useState<'asking' | 'failed' | Answered>();
  const [fault, setFault] = useState('');
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const send = async (e: Event) => {
    e.preventDefault();
    const lacks = lacking(o, values);
    setFault(lacks ?? '');
    if (lacks) return;
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    set('asking');
    const begin = performance.now();
    try {
      const answer = await fetch(addressOf(o, values), {
        credentials: 'omit',
        signal: abort.signal,
        cache: 'no-cache',
      });
      const text = await answer.text();
      if (!abort.signal.aborted)
        set({
          status: answer.status,
          ms: Math.round(performance.now() - begin),
          size: new Blob([text]).size,
          text: setOut(text),
        });
    } catch {
      if (!abort.signal.aborted) set('failed');
    }
  };
  return (
    <form class="ref-try" onSubmit={(e) => void send(e)}>
      <p class="hint">{w.tryHint}</p>
      {asked(o).length > 0 && (
        <div class="fields">
          {asked(o).map((p) => {
            const { schema } = resolve(doc, p.schema ?? {});
            const change = (v: string) => onChange({ ...values, [p.name]: v });
            if (schema.enum)
              return (
                <Choose
                  key={p.name}
                  label={p.name}
                  value={values[p.name] ?? ''}
                  options={[['', w.nothingChosen], ...schema.enum.map((v): [string, string] => [String(v), String(v)])]}
                  onPick={change}
                />
              );
            return (
              <Field
                key={p.name}
                label={p.name}
                optional={!p.required}
                value={values[p.name] ?? ''}
                placeholder={fallbackOf(schema)}
                hint={limitsOf({ examples: schema.examples }).join('')}
                error={fault === p.name ? w.missing(p.name) : undefined}
                autocomplete="off"
                onInput={(e) => change(e.currentTarget.value)}
              />
            );
          })}
        </div>
      )}
      <button type="submit" class="button" disabled={state === 'asking'}>
        {state === 'asking' ? w.trying : w.send}
      </button>
      {state === 'failed' && <Notice tone="bad">{w.noAnswer}</Notice>}
      {typeof state === 'object' && <AnswerOf of={state} />}
    </form>
  );
}

function AnswerOf({ of: a }: { of: Answered }) {
  const w = words().reference;
  const n = (v: number) => v.toLocaleString(locale());
  return (
    <div class="ref-answer">
      <div class="ref-line">
        <p role="status">
          <span class={a.status < 400 ? 'tag good' : 'tag bad'}>{a.status}</span>{' '}
          <span class="muted">{w.answered(a.status, n(a.ms), n(a.size))}</span>
        </p>
        <Copy text={a.text} name={w.copyAnswer} />
      </div>
      <pre class="paper ref-paper" role="region" tabIndex={0} aria-label={w.answerLabel}>
        {a.text.slice(0, mostShown)}
      </pre>
      {a.text.length > mostShown && <p class="hint">{w.cut(n(mostShown))}</p>}
    </div>
  );
}
