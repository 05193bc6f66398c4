// The compiler as the contracts are compiled with it, everywhere.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import solc from "solc";

export const here = dirname(fileURLToPath(import.meta.url));
export const read = (path) => readFileSync(join(here, path), "utf8");
export const version = () => solc.version();

export const settings = {
  // Without the Yul optimizer: solc 0.8.37, the newest on npm, has a bug in it that 0.8.38 mends.
  optimizer: { enabled: true, runs: 1000, details: { yul: false } },
  evmVersion: "cancun",
  metadata: { bytecodeHash: "none" },
};
const wanted = ["abi", "evm.bytecode.object", "evm.deployedBytecode", "storageLayout"];

// Source names are relative to this folder; those of libraries live in node_modules. What was read is kept.
export const libraries = {};
export const load = (path) => {
  try {
    const content = read(path.startsWith("src/") ? path : join("node_modules", path));
    libraries[path] = { content };
    return { contents: content };
  } catch (error) {
    return { error: `${path}: ${error.code}; run npm ci first` };
  }
};

// Compiles, and ends the program when there is something to complain of. Warnings count, those of libraries apart; the one about
// transient storage (2394) says itself that reentrancy guards are fine.
const ours = ({ severity, sourceLocation }) => severity === "error" || /^src[/]/.test(sourceLocation?.file ?? "src/");
export function compile(sources, options, strict = true) {
  const outputSelection = { "*": { "*": wanted, "": ["ast"] } };
  const input = { language: "Solidity", sources, settings: { ...settings, outputSelection } };
  const result = JSON.parse(solc.compile(JSON.stringify(input), options));
  const counts = (problem) => problem.errorCode !== "2394" && (strict ? ours(problem) : problem.severity === "error");
  const problems = (result.errors ?? []).filter(counts);
  for (const problem of problems) console.error(problem.formattedMessage);
  if (problems.length) process.exit(1);
  return result;
}
