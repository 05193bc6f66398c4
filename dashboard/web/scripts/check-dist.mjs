// Fails when dist is not what the sources build to.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(command, ...args) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => relative(folder, join(f.parentPath, f.name)))
    .sort();
}

const fresh = mkdtempSync(join(tmpdir(), 'nodeledger-dist-'));
try {
  run('npx', 'vite', 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn');
  const [was, is] = [files(join(root, 'dist')), files(fresh)];
  const differ = [...new Set([...was, ...is])].filter(
    (f) =>
      !was.includes(f) || !is.includes(f) || !readFileSync(join(root, 'dist', f)).equals(readFileSync(join(fresh, f))),
  );
  if (differ.length > 0) {
    console.error(`dist is not what the sources build to; run npm run build and commit it:\n  ${differ.join('\n  ')}`);
    process.exitCode = 1;
  } else {
    console.log(`dist: ${is.length} files, as the sources build them`);
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
