// Generates clients from the API's description with openapi-typescript, @hey-api/openapi-ts and orval, and compiles beside each
// a program that reads every list of every answer, without asking whether it is there.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const described = fileURLToPath(new URL('../../httpapi/testdata/openapi.json', import.meta.url));
const made = `${here}made`;
const run = (tool, ...options) =>
  execFileSync(process.execPath, [`${here}node_modules/${tool}`, ...options], {
    cwd: here,
    stdio: ['ignore', tool.startsWith('typescript') ? 'inherit' : 'ignore', 'inherit'],
  });

rmSync(made, { recursive: true, force: true });
mkdirSync(made);
run('openapi-typescript/bin/cli.js', described, '--root-types', '--root-types-no-schema-prefix', '--root-types-keep-casing', '-o', 'made/plain.ts');
run('@hey-api/openapi-ts/bin/run.js', '--input', described, '--output', 'made/hey', '--plugins', '@hey-api/typescript');
run('orval/dist/bin/orval.mjs', '--input', described, '--output', 'made/orval.ts', '--client', 'fetch');

const { paths, components } = JSON.parse(readFileSync(described, 'utf8'));
const answered = new Map();
const collect = (node) => {
  for (const [key, value] of Object.entries(node ?? {})) {
    const name = key === '$ref' && value.replace(/.*\//, '');
    if (name && components.schemas[name] && !answered.has(name)) {
      answered.set(name, components.schemas[name]);
      collect(components.schemas[name]);
    } else if (typeof value === 'object') {
      collect(value);
    }
  }
};
collect(components.responses);
for (const operation of Object.values(paths).flatMap(Object.values)) {
  collect(operation.responses);
}
const lists = [...answered].flatMap(([name, { properties = {} }]) =>
  Object.entries(properties)
    .filter(([field, p]) => [p.type].flat().includes('array'))
    .map(([field]) => ({ name, field })),
);
if (lists.length < 40) {
  throw new Error(`the description has ${lists.length} lists: the program reads too few`);
}
for (const [client, from] of [['plain', './plain'], ['hey', './hey/types.gen'], ['orval', './orval']]) {
  const reads = lists.map(({ name, field }, i) => `export const read${i} = (v: api.${name}): number => v.${field}.map((one) => one).length;`);
  writeFileSync(`${made}/reads-${client}.ts`, [`import type * as api from '${from}';`, ...reads, ''].join('\n'));
}
const options = '--strict --noEmit --skipLibCheck --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom,dom.iterable';
run('typescript/bin/tsc', ...options.split(' '), ...['plain', 'hey', 'orval'].map((client) => `made/reads-${client}.ts`));
console.log(`three clients compile, and read ${lists.length} lists of the API each`);
