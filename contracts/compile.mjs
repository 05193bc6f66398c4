// Compiles the contracts to <out>/<Name>.abi and <out>/<Name>.bin, and says in <out>/<Name>.layout which slot of the
// contract's storage each variable has: node compile.mjs <out>
// The same sources and the same locked compiler give the same bytes on every machine.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import solc from "solc";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
  console.error("usage: node compile.mjs <output folder>");
  process.exit(2);
}

const names = [
  "NodeSale",
  "NodeLicense",
  "PayoutDistributor",
  "test/AliasToken",
  "test/Answering",
  "test/FeeToken",
  "test/HookToken",
  "test/MultiBuyer",
  "test/Reentrant",
  "test/Rejecting",
  "test/SafeLike",
  "test/TetherLike",
  "test/TwoOwners",
];
const read = (path) => readFileSync(join(here, path), "utf8");
const sources = Object.fromEntries(names.map((name) => [`src/${name}.sol`, { content: read(`src/${name}.sol`) }]));

const input = {
  language: "Solidity",
  sources,
  settings: {
    // Without the Yul optimizer: solc 0.8.37, the newest on npm, has a bug in it that 0.8.38 mends.
    optimizer: { enabled: true, runs: 1000, details: { yul: false } },
    evmVersion: "cancun",
    metadata: { bytecodeHash: "none" },
    outputSelection: { "*": { "*": ["abi", "evm.bytecode.object", "storageLayout"] } },
  },
};

// Source names are relative to this folder; those of OpenZeppelin live in node_modules.
const load = (path) => {
  try {
    return { contents: read(path.startsWith("@") ? join("node_modules", path) : path) };
  } catch (error) {
    return { error: `${path}: ${error.code}; run npm ci first` };
  }
};

const result = JSON.parse(solc.compile(JSON.stringify(input), { import: load }));
// Warnings count. The one about transient storage (2394) says itself that reentrancy guards are fine.
const problems = (result.errors ?? []).filter((problem) => problem.errorCode !== "2394");
for (const problem of problems) console.error(problem.formattedMessage);
if (problems.length) process.exit(1);

for (const name of names) {
  const short = name.split("/").pop();
  const contract = result.contracts[`src/${name}.sol`][short];
  const target = join(out, name);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.abi`, JSON.stringify(contract.abi, null, 1) + "\n");
  writeFileSync(`${target}.bin`, contract.evm.bytecode.object + "\n");
  if (name.startsWith("test/")) continue;
  const variables = contract.storageLayout.storage.map(({ label, slot, offset }) => ({ label, slot, offset }));
  writeFileSync(`${target}.layout`, JSON.stringify(variables, null, 1) + "\n");
}
console.log(`compiled ${names.length} contracts with solc ${solc.version()}`);
