// Something that changes the books. It is asked once more with the exact figures, beside the button and not in a window of the
// browser's, and ends with what was recorded.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../../api/http';
import { words } from '../../i18n';
import { announce } from '../../ui/announce';
import { Facts } from '../../ui/layout';
import { Outcome, type Recorded, Refused, type Source } from './outcome';

type Stage =
  | { at: 'idle' }
  | { at: 'asked' | 'busy' }
  | { at: 'done'; of: Recorded }
  | { at: 'failed'; why: ApiProblem };

interface Props {
  name: string; // of the button
  question: string; // that is confirmed
  figures: [string, ComponentChildren][];
  warning?: ComponentChildren;
  /** Why it cannot be done now; undefined: it can. */
  reason?: string;
  /** Fields of the question, such as a reason. complete: they are filled in. */
  fields?: ComponentChildren;
  complete?: boolean;
  main?: boolean;
  source?: Source;
  run: () => Promise<Recorded>;
  /** Gets what was recorded. Where the question goes away with what it was about, whoever listens shows it. */
  onDone?: (of: Recorded) => void;
}

export function Action({
  name,
  question,
  figures,
  warning,
  reason,
  fields,
  complete = true,
  main = false,
  source,
  run,
  onDone,
}: Props) {
  const w = words().operator.action;
  const id = useId();
  const [stage, set] = useState<Stage>({ at: 'idle' });
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const asking = stage.at === 'asked' || stage.at === 'busy';
  useEffect(() => {
    if (stage.at === 'asked') panel.current?.focus();
    if (stage.at === 'done' || stage.at === 'failed') result.current?.focus();
  }, [stage.at]);
  const back = () => {
    set({ at: 'idle' });
    setTimeout(() => opener.current?.focus(), 0);
  };
  const confirm = async () => {
    set({ at: 'busy' });
    announce(w.doing(name));
    try {
      const of = await run();
      set({ at: 'done', of });
      onDone?.(of);
    } catch (e) {
      set({ at: 'failed', why: e instanceof ApiProblem ? e : new ApiProblem('broken', String(e)) });
    }
  };
  return (
    <div class="action">
      {asking ? (
        <div
          class="confirm"
          role="group"
          aria-labelledby={id}
          tabIndex={-1}
          ref={panel}
          onKeyDown={(e) => {
            if (e.key === 'Escape' && stage.at === 'asked') back();
          }}
        >
          <h3 id={id}>{question}</h3>
          {figures.length > 0 && <Facts rows={figures} />}
          {warning && <p class="hint">{warning}</p>}
          {fields}
          <div class="buttons">
            <button
              type="button"
              class="button main"
              disabled={stage.at === 'busy' || !complete}
              onClick={() => void confirm()}
            >
              {stage.at === 'busy' ? w.doing(name) : w.confirm(name)}
            </button>
            <button type="button" class="button" disabled={stage.at === 'busy'} onClick={back}>
              {w.back}
            </button>
          </div>
        </div>
      ) : (
        <>
          <button
            type="button"
            class={main ? 'button main' : 'button'}
            disabled={reason !== undefined}
            aria-describedby={reason ? `${id}-why` : undefined}
            ref={opener}
            onClick={() => set({ at: 'asked' })}
          >
            {name}
          </button>
          {reason && (
            <p class="hint" id={`${id}-why`}>
              {reason}
            </p>
          )}
        </>
      )}
      {(stage.at === 'done' || stage.at === 'failed') && (
        <div class="result" tabIndex={-1} ref={result}>
          {stage.at === 'done' ? <Outcome of={stage.of} /> : <Refused of={stage.why} source={source} />}
        </div>
      )}
    </div>
  );
}
