// The API's reference: a page for each group of operations, and one of the objects that they take and give.

const cell = (words = '') => words.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;').replaceAll('{', '&#123;');

const refName = ({ $ref = '' } = {}) => $ref.split('/').at(-1);

/** A link to an object, or the name of a type. */
function kind(schema = {}) {
  const name = refName(schema);
  if (name) return `[${name}](objects.md#${name.toLowerCase()})`;
  if (schema.type === 'array') return `list of ${kind(schema.items)}`;
  const types = [schema.type].flat().filter(Boolean).join(' or ');
  return schema.format && schema.format !== 'int64' && schema.format !== 'int32' ? `${types} (${schema.format})` : types;
}

function operation(method, path, o) {
  const lines = [`## ${o.operationId}`, '', `\`${method.toUpperCase()} ${path}\``, '', `${cell(o.summary)}. ${cell(o.description)}`, ''];
  if (o.security) lines.push('For operators.', '');
  if (o.parameters?.length) {
    lines.push('| parameter | in | type | what it is |', '|---|---|---|---|');
    for (const p of o.parameters) {
      lines.push(`| \`${p.name}\`${p.required ? ', required' : ''} | ${p.in} | ${kind(p.schema)} | ${cell(p.description)} |`);
    }
    lines.push('');
  }
  const body = o.requestBody?.content['application/json']?.schema;
  if (body) lines.push(`Takes ${kind(body)}.`, '');
  const answers = Object.entries(o.responses[200]?.content ?? {}).map(([media, { schema }]) =>
    refName(schema) ? kind(schema) : `\`${media}\``,
  );
  lines.push(`Answers ${answers.join(', or ')}.`, '');
  const problems = Object.entries(o.responses).filter(([status]) => status >= '4');
  if (problems.length) {
    lines.push('| refusal | codes |', '|---|---|');
    for (const [status, { description }] of problems) lines.push(`| ${status} | ${cell(description)} |`);
    lines.push('');
  }
  return lines;
}

function object(name, schema) {
  const lines = [`## ${name}`, '', '| field | type | what it is |', '|---|---|---|'];
  for (const [field, p] of Object.entries(schema.properties ?? {})) {
    const may = schema.required?.includes(field) ? '' : ', may be absent';
    const choice = p.enum ? `: ${p.enum.map((v) => `\`${v}\``).join(', ')}` : '';
    lines.push(`| \`${field}\` | ${kind(p)}${may} | ${cell(p.description)}${choice} |`);
  }
  return [...lines, ''];
}

/** The pages of a description: where each is, and its text. */
export function reference({ info, tags, paths, webhooks, components }) {
  const all = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, o]) => ({ path, method, o })));
  const pages = tags.map(({ name, description }) => ({
    page: `api/${name}.md`,
    text: [
      `# API: ${name}`, '', cell(description), '',
      ...all.filter(({ o }) => o.tags[0] === name).flatMap(({ path, method, o }) => operation(method, path, o)),
    ].join('\n'),
  }));
  const notices = ['# API: webhooks', '', 'What endpoints of notices are sent: [how, and how to check it](../notices.md).', ''];
  for (const [type, { post }] of Object.entries(webhooks)) {
    notices.push(`## ${type}`, '', `${cell(post.summary)}. ${cell(post.description)}`, '', 'Its body is [NoticeBody](objects.md#noticebody).', '');
  }
  const objects = ['# API: objects', '', `What operations take and give. ${cell(info.description)}`, ''];
  for (const [name, schema] of Object.entries(components.schemas)) objects.push(...object(name, schema));
  return [...pages, { page: 'api/webhooks.md', text: notices.join('\n') }, { page: 'api/objects.md', text: objects.join('\n') }];
}
