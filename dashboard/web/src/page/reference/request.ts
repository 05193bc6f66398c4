// A request as an address and as a command line, and its answer as text.
import { asked, type Operation, secured } from './group';
import { type Description, exampleOf } from './openapi';

/** Whether a parameter has to be filled in before the request can be sent, and is not; its name. */
export function lacking(o: Operation, values: Record<string, string>): string | undefined {
  return asked(o).find((p) => (p.required || p.in === 'path') && !values[p.name]?.trim())?.name;
}

/** The address of a request. What is not filled in stands as its name in capitals in the path, and is left out of the query
 * unless the request needs it. */
export function addressOf(o: Operation, values: Record<string, string>): string {
  const stand = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  const path = o.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const v = values[name]?.trim();
    return v ? escaped(v, name === 'path') : stand(name);
  });
  const query = asked(o)
    .filter((p) => p.in === 'query')
    .flatMap((p) => {
      const v = values[p.name]?.trim();
      return v
        ? [`${encodeURIComponent(p.name)}=${escaped(v, true)}`]
        : p.required
          ? [`${encodeURIComponent(p.name)}=${stand(p.name)}`]
          : [];
    });
  return path + (query.length > 0 ? `?${query.join('&')}` : '');
}

/** Escapes a value; colons and commas may stand as they are, which keeps accounts and lists readable. */
function escaped(v: string, plain: boolean): string {
  const text = encodeURIComponent(v);
  return plain ? text.replace(/%3A/gi, ':').replace(/%2C/gi, ',') : text;
}

const quoted = (text: string) => `'${text.replace(/'/g, `'\\''`)}'`;

/** The command that sends a request from a shell. Secrets stand as variables that the reader sets. */
export function curlOf(doc: Description, o: Operation, origin: string, values: Record<string, string> = {}): string {
  const parts = [o.group === 'events' ? 'curl -N' : o.method === 'GET' ? 'curl' : `curl -X ${o.method}`];
  if (secured(o.of)) parts.push('-H "Authorization: Bearer $TOKEN"');
  const body = Object.entries(o.of.requestBody?.content ?? {})[0];
  if (body) {
    parts.push(`-H ${quoted(`Content-Type: ${body[0]}`)}`);
    parts.push(`-d ${quoted(JSON.stringify(exampleOf(doc, body[1].schema ?? {}) ?? {}))}`);
  }
  parts.push(quoted(origin + addressOf(o, values)));
  return parts.join(parts.length > 2 ? ' \\\n  ' : ' ');
}

/** Sets JSON out in lines. It works on the text, so that no digit of a large number is lost on the way. What is no JSON stays
 * as it is. */
export function setOut(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let out = '';
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  for (const [i, t] of tokens.entries()) {
    if (t === '{' || t === '[') {
      const empty = tokens[i + 1] === '}' || tokens[i + 1] === ']';
      depth++;
      out += empty ? t : t + line();
    } else if (t === '}' || t === ']') {
      const empty = tokens[i - 1] === '{' || tokens[i - 1] === '[';
      depth--;
      out += empty ? t : line() + t;
    } else out += t === ',' ? t + line() : t === ':' ? ': ' : t;
  }
  return out;
}
