// The form of a value: its fields, and on demand the fields of those.
import { useId, useState } from 'preact/hooks';
import { words } from '../../i18n';
import { fallbackOf, limitsOf } from './limits';
import { type Description, partsOf, resolve, type Schema, typeOf } from './openapi';

interface Props {
  doc: Description;
  of: Schema;
  /** The names that this stands within: what contains itself is not shown again. */
  within?: readonly string[];
  /** Sent by the server: what may be absent is marked, instead of what has to be there. */
  answer?: boolean;
}

export function SchemaOf({ doc, of, within = [], answer = false }: Props) {
  const w = words().reference;
  const { parts, names, lost } = partsOf(doc, of);
  if (lost) return <p class="hint">{w.unresolved(lost)}</p>;
  if (parts.length === 0) return <p class="hint">{resolve(doc, of).schema.description ?? w.noFields}</p>;
  const path = [...within, ...names];
  return (
    <ul class="ref-fields">
      {parts.map((p, i) => (
        <PartOf
          key={p.name ?? i}
          doc={doc}
          name={p.name}
          of={p.schema}
          required={p.required}
          within={path}
          answer={answer}
        />
      ))}
    </ul>
  );
}

function PartOf({
  doc,
  name,
  of,
  required,
  within = [],
  answer = false,
}: Props & { name?: string; required: boolean }) {
  const w = words().reference;
  const id = useId();
  const [open, set] = useState(false);
  const inner = partsOf(doc, of);
  const again = inner.names.find((n) => within.includes(n));
  const { schema } = resolve(doc, of);
  const about = of.description ?? schema.description;
  const limits = limitsOf(schema);
  const fallback = fallbackOf(schema);
  const called = name ?? inner.names.at(-1) ?? typeOf(doc, of);
  return (
    <li>
      <div class="ref-field">
        {name && <code class="ref-name">{name}</code>}
        <code class="ref-type">{typeOf(doc, of)}</code>
        {required && !answer && <span class="ref-required">{w.required}</span>}
        {name && !required && answer && <span class="ref-absent">{w.absent}</span>}
        {!again && inner.parts.length > 0 && (
          <button
            type="button"
            class="button quiet ref-more"
            aria-expanded={open}
            aria-controls={id}
            aria-label={open ? w.closeFields(called) : w.openFields(called)}
            onClick={() => set(!open)}
          >
            <span aria-hidden="true">{open ? '−' : '+'}</span>
          </button>
        )}
      </div>
      {about && (
        <p class="hint" lang="en">
          {about}
        </p>
      )}
      {(limits.length > 0 || fallback) && (
        <p class="hint">{[...limits, ...(fallback ? [`${w.columns.fallback}: ${fallback}`] : [])].join(' · ')}</p>
      )}
      {again && <p class="hint">{w.again(again)}</p>}
      {inner.lost && <p class="hint">{w.unresolved(inner.lost)}</p>}
      <div id={id}>{open && !again && <SchemaOf doc={doc} of={of} within={within} answer={answer} />}</div>
    </li>
  );
}
