// Changes the contracts in one place at a time and runs the tests against what that compiles to: a change that no test sees is one that
// nobody would have seen.
//
//	node contracts/mutants/run.mjs [part of a name ...]
//
// Prints killed or survived for each mutant of list.mjs. Fails when a text to change does not stand in its source just once, and when a
// mutant survives without a reason there. Nothing of the tree is changed: the tests read NODELEDGER_MUTANT, a folder with bytecode.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, here, load, read } from "../solidity.mjs";
import { mutants } from "./list.mjs";

const deployed = ["NodeSale", "NodeLicense", "PayoutDistributor", "ManyClaims"];
const sources = Object.fromEntries(
  [...deployed, "ReferralCode"].map((name) => [`src/${name}.sol`, { content: read(`src/${name}.sol`) }]),
);

// What is exact to the last byte or unit of gas, and so kills everything, is no test of what a contract does.
const exact = "Gas|TheDeployedSale";

const work = mkdtempSync(join(tmpdir(), "mutants-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
const tests = join(work, "contracts.test");
execFileSync("go", ["test", "-c", "-o", tests, "."], { cwd: here, stdio: "inherit" });

// Runs the tests against changed sources. Warnings do not count: a variable may be left over.
function seen(changed) {
  const result = compile({ ...sources, ...changed }, { import: load }, false);
  const bytecode = join(work, "bytecode");
  rmSync(bytecode, { recursive: true, force: true });
  mkdirSync(bytecode);
  for (const name of deployed) {
    writeFileSync(join(bytecode, `${name}.bin`), result.contracts[`src/${name}.sol`][name].evm.bytecode.object);
  }
  const run = (...flags) =>
    spawnSync(tests, ["-test.failfast", "-rapid.nofailfile", "-rapid.shrinktime=0s", ...flags], {
      cwd: here,
      env: { ...process.env, NODELEDGER_MUTANT: bytecode },
      encoding: "utf8",
    });
  const random = "Life|AgreesWithModel"; // slow: only for what the others do not see
  for (const answer of [run("-test.skip", `${exact}|${random}`), run.bind(null, "-test.run", random)]) {
    const { status, stdout } = typeof answer === "function" ? answer() : answer;
    if (status !== 0) return stdout.match(/--- FAIL: (\w+)/)?.[1] ?? "a panic";
  }
  return "";
}

const wanted = process.argv.slice(2);
const all = Object.entries(mutants).flatMap(([contract, list]) => list.map((m) => [contract, ...m]));
for (const [contract, name, before] of all) {
  const found = sources[`src/${contract}.sol`].content.split(before).length - 1;
  if (found !== 1) throw new Error(`${contract}, ${name}: ${JSON.stringify(before)} stands there ${found} times`);
}
const first = seen({});
if (first) throw new Error(`without a mutation ${first} fails`);

let failed = 0;
const count = { killed: 0, equivalent: 0, survived: 0 };
for (const [contract, name, before, after, reason] of all) {
  if (wanted.length && !wanted.some((part) => `${contract}: ${name}`.includes(part))) continue;
  const path = `src/${contract}.sol`;
  const killer = seen({ [path]: { content: sources[path].content.replace(before, () => after) } });
  const what = killer ? "killed" : reason ? "equivalent" : "survived";
  count[what]++;
  if (what === "survived" || (killer && reason)) failed++;
  console.log(`${what.padEnd(10)} ${contract}: ${name}${killer ? `, by ${killer}` : ""}${reason ? ` (${reason})` : ""}`);
}
console.log(`${count.killed} killed, ${count.equivalent} survive and are equivalent, ${count.survived} survive without a reason`);
process.exitCode = failed ? 1 : 0;
