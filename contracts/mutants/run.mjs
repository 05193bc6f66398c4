// Changes the contracts in one place at a time and runs the tests against what that compiles to: a change that no test sees is one that
// nobody would have seen.
//
//	node contracts/mutants/run.mjs [part of a name ...]
//
// Prints killed or survived for each mutant of list.mjs. Fails when a text to change does not stand in its source just once, and when a
// mutant survives without a reason there. Nothing of the tree is changed: the tests read NODELEDGER_MUTANT, a folder with bytecode.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, here, load, read } from "../solidity.mjs";
import { mutants } from "./list.mjs";

const deployed = ["NodeSale", "NodeLicense", "PayoutDistributor", "ManyClaims"];
const sources = Object.fromEntries(
  [...deployed, "ReferralCode"].map((name) => [`src/${name}.sol`, { content: read(`src/${name}.sol`) }]),
);

// What is exact to the last byte or unit of gas, and so kills everything, is no test of what a contract does.
const exact = /Gas|TheDeployedSale/;

const work = mkdtempSync(join(tmpdir(), "mutants-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
const tests = join(work, "contracts.test");
execFileSync("go", ["test", "-c", "-o", tests, "."], { cwd: here, stdio: "inherit" });

// The names of the tests, those of payouts apart: a mutant of the sale is not asked for payouts, nor the other way round.
const named = { payouts: [], sales: [] };
for (const file of readdirSync(here).filter((file) => file.endsWith("_test.go"))) {
  const found = [...read(file).matchAll(/^func (Test\w+)\(t /gm)].map(([, name]) => name);
  named[file.startsWith("payout_") ? "payouts" : "sales"].push(...found);
}
const about = (contract) => named[/Distributor|Claims/.test(contract) ? "payouts" : "sales"];

// Runs the tests of a contract, or all, against changed sources. Warnings do not count: a variable may be left over.
async function seen(changed, names = [...named.payouts, ...named.sales]) {
  const result = compile({ ...sources, ...changed }, { import: load }, false);
  const bytecode = join(work, "bytecode");
  rmSync(bytecode, { recursive: true, force: true });
  mkdirSync(bytecode);
  for (const name of deployed) {
    writeFileSync(join(bytecode, `${name}.bin`), result.contracts[`src/${name}.sol`][name].evm.bytecode.object);
  }
  const random = /Life|AgreesWithModel/; // slow: only for what the others do not see
  for (const some of [names.filter((name) => !random.test(name)), names.filter((name) => random.test(name))]) {
    const failing = await firstToFail(bytecode, `^(${some.filter((name) => !exact.test(name)).join("|")})$`);
    if (failing) return failing;
  }
  return "";
}

// Runs tests until one fails, and names it.
function firstToFail(bytecode, which) {
  const flags = ["-test.v", "-test.run", which, "-rapid.nofailfile", "-rapid.shrinktime=0s"];
  const env = { ...process.env, NODELEDGER_MUTANT: bytecode };
  const child = spawn(tests, flags, { cwd: here, env, stdio: ["ignore", "pipe", "ignore"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
    if (/--- FAIL: \w+/.test(printed)) child.kill("SIGKILL");
  });
  return new Promise((done) => {
    child.on("close", (status) => done(status === 0 ? "" : (printed.match(/--- FAIL: (\w+)/)?.[1] ?? "a panic")));
  });
}

const wanted = process.argv.slice(2);
const all = Object.entries(mutants).flatMap(([contract, list]) => list.map((m) => [contract, ...m]));
for (const [contract, name, before] of all) {
  const found = sources[`src/${contract}.sol`].content.split(before).length - 1;
  if (found !== 1) throw new Error(`${contract}, ${name}: ${JSON.stringify(before)} stands there ${found} times`);
}
const first = await seen({});
if (first) throw new Error(`without a mutation ${first} fails`);

let failed = 0;
const count = { killed: 0, equivalent: 0, survived: 0 };
for (const [contract, name, before, after, reason] of all) {
  if (wanted.length && !wanted.some((part) => `${contract}: ${name}`.includes(part))) continue;
  const path = `src/${contract}.sol`;
  const killer = await seen({ [path]: { content: sources[path].content.replace(before, () => after) } }, about(contract));
  const what = killer ? "killed" : reason ? "equivalent" : "survived";
  count[what]++;
  if (what === "survived" || (killer && reason)) failed++;
  console.log(`${what.padEnd(10)} ${contract}: ${name}${killer ? `, by ${killer}` : ""}${reason ? ` (${reason})` : ""}`);
}
console.log(`${count.killed} killed, ${count.equivalent} survive and are equivalent, ${count.survived} survive without a reason`);
process.exitCode = failed ? 1 : 0;
