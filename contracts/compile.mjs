// Compiles the contracts to <out>/<Name>.abi and <out>/<Name>.bin. For those that are deployed it writes besides:
//   <Name>.layout        which slot of the contract's storage each variable has
//   <Name>.runtime       the code as it is on the chain, with zeros where immutables will stand
//   <Name>.immutables    where each immutable stands in it, in bytes
//   standard-input.json  what an explorer compiles again to verify them: sources, the library's included, and settings
// node compile.mjs <out>
// The same sources and the same locked compiler give the same bytes on every machine.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile, libraries, load, read, settings, version } from "./solidity.mjs";

const out = process.argv[2];
if (!out) {
  console.error("usage: node compile.mjs <output folder>");
  process.exit(2);
}

const names = [
  "NodeSale",
  "NodeLicense",
  "PayoutDistributor",
  "ManyClaims",
  "test/AliasToken",
  "test/Answering",
  "test/FeeToken",
  "test/HookToken",
  "test/ListToken",
  "test/MintingA",
  "test/MintingEnumerable",
  "test/MultiBuyer",
  "test/OldDistributor",
  "test/Reentrant",
  "test/Rejecting",
  "test/SafeLike",
  "test/TetherLike",
  "test/TwoOwners",
];
const sources = Object.fromEntries(names.map((name) => [`src/${name}.sol`, { content: read(`src/${name}.sol`) }]));

const write = (name, text) => {
  const target = join(out, name);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${text}\n`);
};
const json = (value) => JSON.stringify(value, null, 1);

// The names of variables, by the number that the compiler gives them.
function variableNames(result) {
  const found = {};
  const walk = (node) => {
    if (!node || typeof node !== "object") return;
    if (node.nodeType === "VariableDeclaration") found[node.id] = node.name;
    for (const child of Object.values(node)) walk(child);
  };
  for (const source of Object.values(result.sources)) walk(source.ast);
  return found;
}

const result = compile(sources, { import: load });
const named = variableNames(result);
for (const name of names) {
  const short = name.split("/").pop();
  const contract = result.contracts[`src/${name}.sol`][short];
  write(`${name}.abi`, json(contract.abi));
  write(`${name}.bin`, contract.evm.bytecode.object);
  if (name.startsWith("test/")) continue;
  write(`${name}.layout`, json(contract.storageLayout.storage.map(({ label, slot, offset }) => ({ label, slot, offset }))));
  const { object, immutableReferences } = contract.evm.deployedBytecode;
  write(`${name}.runtime`, object);
  const places = Object.entries(immutableReferences).map(([id, at]) => ({ name: named[id], at }));
  write(`${name}.immutables`, json(places.sort((a, b) => a.name.localeCompare(b.name, "en"))));
}

// The input for explorers is compiled by itself, so that it is known to be whole and to give the same bytes.
const deployed = names.filter((name) => !name.startsWith("test/"));
const deployedSources = Object.fromEntries(deployed.map((name) => [`src/${name}.sol`, sources[`src/${name}.sol`]]));
for (const path of Object.keys(libraries)) delete libraries[path];
compile(deployedSources, { import: load });
const whole = { ...deployedSources, ...libraries };
const again = compile(whole);
for (const name of deployed) {
  const [one, other] = [result, again].map((r) => r.contracts[`src/${name}.sol`][name].evm.bytecode.object);
  if (one !== other) throw new Error(`${name}: the standard input compiles to other bytes`);
}
const outputSelection = { "*": { "*": ["abi", "evm.bytecode", "evm.deployedBytecode"] } };
const ordered = Object.fromEntries(Object.entries(whole).sort(([a], [b]) => (a < b ? -1 : 1)));
write("standard-input.json", json({ language: "Solidity", sources: ordered, settings: { ...settings, outputSelection } }));
console.log(`compiled ${names.length} contracts with solc ${version()}`);
