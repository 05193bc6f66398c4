// Writes src/api/schema.ts from the API's description; with --check it only says whether the file is up to date.
import { readFileSync, writeFileSync } from 'node:fs';

const target = new URL('../src/api/schema.ts', import.meta.url);
const api = JSON.parse(readFileSync(new URL('../../../httpapi/testdata/openapi.json', import.meta.url), 'utf8'));

function typeOf(s) {
  if (s.$ref) return s.$ref.split('/').pop();
  // The description lets every list be null, since Go has nil slices; the server sends empty lists.
  const kinds = [s.type].flat().filter((kind, _, all) => kind !== 'null' || !all.includes('array'));
  const of = kinds.map((kind) => {
    switch (kind) {
      case 'string':
        return s.enum ? s.enum.map((e) => JSON.stringify(e)).join(' | ') : 'string';
      case 'integer':
      case 'number':
        return 'number';
      case 'boolean':
        return 'boolean';
      case 'null':
        return 'null';
      case 'array':
        return s.items ? `Array<${typeOf(s.items)}>` : 'unknown[]';
      case 'object':
        return s.properties
          ? `{ ${fields(s).join(' ')} }`
          : `Record<string, ${s.additionalProperties ? typeOf(s.additionalProperties) : 'unknown'}>`;
      default:
        return 'unknown';
    }
  });
  return of.join(' | ');
}

function fields(s) {
  const required = new Set(s.required ?? []);
  return Object.entries(s.properties ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, of]) =>
        `${/^\w+$/.test(name) ? name : JSON.stringify(name)}${required.has(name) ? '' : '?'}: ${typeOf(of)};`,
    );
}

let text = '// Written by scripts/schema.mjs from the description of the API: do not edit, run `npm run schema`.\n';
for (const [name, s] of Object.entries(api.components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))) {
  text += `\nexport interface ${name} {\n${fields(s)
    .map((f) => `  ${f}\n`)
    .join('')}}\n`;
}
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/api/schema.ts is not what the description of the API says: run npm run schema');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
