// One operation: a line, and on demand what it takes, what it answers, how to ask it.
import { useId, useState } from 'preact/hooks';
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import { Copy } from '../../ui/copy';
import { Table } from '../../ui/table';
import { codesOf } from './code';
import { askable, isProblem, type Operation, secured } from './group';
import { fallbackOf, limitsOf } from './limits';
import { type Answer, type Content, type Description, type Parameter, resolve, typeOf } from './openapi';
import { curlOf } from './request';
import { SchemaOf } from './schema';
import { Try } from './try';

export function OperationOf({
  doc,
  of: o,
  open,
  onToggle,
}: {
  doc: Description;
  of: Operation;
  open: boolean;
  onToggle: () => void;
}) {
  const id = useId();
  return (
    <li class="ref-operation" id={`operation-${o.id}`}>
      <h3>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={onToggle}>
          <span class={`ref-method ${o.method.toLowerCase()}`}>{o.method}</span>
          <code class="ref-path">{broken(o.path)}</code>
          <span class="ref-summary" lang="en">
            {o.of.summary}
          </span>
        </button>
      </h3>
      <div id={id}>{open && <Inside doc={doc} of={o} />}</div>
    </li>
  );
}

/** A path that may be broken after a slash, and nowhere else. */
function broken(path: string) {
  return path.split(/(?<=\/)/).flatMap((part, i) => (i === 0 ? [part] : [<wbr key={i} />, part]));
}

function Inside({ doc, of: o }: { doc: Description; of: Operation }) {
  const w = words().reference;
  const [values, setValues] = useState<Record<string, string>>({});
  const answers = Object.entries(o.of.responses ?? {});
  const curl = curlOf(doc, o, window.location.origin, values);
  return (
    <div class="ref-inside">
      <div class="ref-line">
        <p lang="en">{o.of.description ?? o.of.summary}</p>
        <Copy text={window.location.origin + hrefOf('reference', { operation: o.id })} name={w.linkTo} />
      </div>
      {secured(o.of) && <Access doc={doc} of={o} />}
      {(o.of.parameters ?? []).length > 0 && <Parameters doc={doc} of={o.of.parameters ?? []} />}
      {o.of.requestBody && (
        <section>
          <h4>{w.body}</h4>
          <ContentOf doc={doc} of={o.of.requestBody.content ?? {}} />
        </section>
      )}
      <section>
        <h4>{w.answers}</h4>
        {answers
          .filter(([, a]) => !isProblem(a))
          .map(([status, a]) => (
            <AnswerOf key={status} doc={doc} status={status} of={a} />
          ))}
      </section>
      <Problems of={o} />
      <section>
        <div class="ref-line">
          <h4>{w.curl}</h4>
          <Copy text={curl} name={w.copyCurl} />
        </div>
        <pre class="paper" role="region" tabIndex={0} aria-label={w.curl}>
          {curl}
        </pre>
      </section>
      {askable(o) && (
        <section>
          <h4>{w.try}</h4>
          <Try doc={doc} of={o} values={values} onChange={setValues} />
        </section>
      )}
    </div>
  );
}

function Access({ doc, of: o }: { doc: Description; of: Operation }) {
  const w = words().reference;
  const ways = [...new Set((o.of.security ?? []).flatMap((s) => Object.keys(s)))];
  return (
    <section>
      <h4>{w.access}</h4>
      <dl class="ref-access">
        {ways.map((way) => (
          <div key={way}>
            <dt>{w.accessOf[way] ?? way}</dt>
            <dd class="hint" lang="en">
              {doc.components?.securitySchemes?.[way]?.description}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Parameters({ doc, of }: { doc: Description; of: Parameter[] }) {
  const w = words().reference;
  const schemaOf = (p: Parameter) => resolve(doc, p.schema ?? {}).schema;
  return (
    <section>
      <h4>{w.parameters}</h4>
      <div class="ref-table">
        <Table
          caption={w.parameters}
          rows={of}
          keyOf={(p) => `${p.in} ${p.name}`}
          columns={[
            {
              name: w.columns.name,
              cell: (p) => (
                <>
                  <code class="ref-name">{p.name}</code> {p.required && <span class="ref-required">{w.required}</span>}
                </>
              ),
            },
            { name: w.columns.where, cell: (p) => w.where[p.in] ?? p.in },
            { name: w.columns.type, cell: (p) => <code class="ref-type">{typeOf(doc, p.schema ?? {})}</code> },
            { name: w.columns.limits, cell: (p) => limitsOf(schemaOf(p)).join(' · ') || '–' },
            {
              name: w.columns.fallback,
              cell: (p) => (fallbackOf(schemaOf(p)) ? <code>{fallbackOf(schemaOf(p))}</code> : '–'),
            },
            {
              name: w.columns.about,
              cell: (p) => <span lang="en">{p.description ?? schemaOf(p).description ?? '–'}</span>,
            },
          ]}
        />
      </div>
    </section>
  );
}

function AnswerOf({ doc, status, of }: { doc: Description; status: string; of: Answer }) {
  const w = words().reference;
  return (
    <div class="ref-status">
      <p>
        <span class="tag good">
          <span class="hidden">{w.status(status)}</span>
          <span aria-hidden="true">{status}</span>
        </span>{' '}
        <span lang="en">{of.description}</span>
      </p>
      {of.content ? (
        <ContentOf doc={doc} of={of.content} answer />
      ) : (
        <p class="hint">{Number(status) === 304 ? w.noContent : w.anything}</p>
      )}
      {Object.entries(of.headers ?? {}).map(([name, h]) => (
        <p key={name} class="hint">
          <code>{name}</code> <span lang="en">{h.description}</span>
        </p>
      ))}
    </div>
  );
}

/** The media types of a body, each with the form of what it holds; closed until somebody asks. */
function ContentOf({ doc, of, answer = false }: { doc: Description; of: Content; answer?: boolean }) {
  const w = words().reference;
  const [shown, show] = useState('');
  const id = useId();
  return (
    <>
      {Object.entries(of).map(([media, { schema }]) => {
        const name = schema ? typeOf(doc, schema) : w.anything;
        const deep = schema && (schema.$ref || schema.properties || schema.items);
        return (
          <div key={media}>
            <div class="ref-field">
              <code>{media}</code>
              {deep ? (
                <button
                  type="button"
                  class="button quiet"
                  aria-expanded={shown === media}
                  aria-controls={`${id}-${media}`}
                  onClick={() => show(shown === media ? '' : media)}
                >
                  {shown === media ? w.closeFields(name) : w.openFields(name)}
                </button>
              ) : (
                <code class="ref-type">{name}</code>
              )}
            </div>
            <div id={`${id}-${media}`}>
              {deep && shown === media && <SchemaOf doc={doc} of={schema} answer={answer} />}
            </div>
          </div>
        );
      })}
    </>
  );
}

function Problems({ of: o }: { of: Operation }) {
  const w = words().reference;
  const list = Object.entries(o.of.responses ?? {}).filter(([, a]) => isProblem(a));
  if (list.length === 0) return null;
  return (
    <section>
      <h4>{w.problems}</h4>
      <p class="hint">{w.problemsHint}</p>
      <ul class="ref-problems">
        {list.map(([status, a]) => (
          <li key={status}>
            <span class="tag">{status}</span>
            {codesOf(status, o).map((code) => (
              <code key={code} title={w.codes[code]}>
                {code}
              </code>
            ))}
            {codesOf(status, o).length === 0 && <span lang="en">{a.description}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
