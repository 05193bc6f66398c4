// Builds a tree with npm's @openzeppelin/merkle-tree, for the tests and the benchmark of this folder.
//
//   node peer.cjs LIBRARY build      stdin: {"leaves": [["0x..", "123"], ...], "proofs": [index, ...]}
//                                    stdout: {"root", "proofs"} on the first line, then JSON.stringify(tree.dump())
//   node peer.cjs LIBRARY load       stdin: a dump; stdout: its root, after the library has checked it
//   node peer.cjs LIBRARY time N     says "ready", waits for a line on stdin, makes the tree of N made-up leaves and all
//                                    its proofs, says "done"
'use strict';
const [library, task, n] = process.argv.slice(2);
const { StandardMerkleTree } = require(library);
const encoding = ['address', 'uint256'];

function read(then) {
  const parts = [];
  process.stdin.on('data', part => parts.push(part));
  process.stdin.on('end', () => then(JSON.parse(Buffer.concat(parts))));
}

switch (task) {
  case 'build':
    read(({ leaves, proofs }) => {
      const tree = StandardMerkleTree.of(leaves, encoding);
      const head = { root: tree.root, proofs: proofs.map(i => tree.getProof(i)) };
      process.stdout.write(JSON.stringify(head) + '\n' + JSON.stringify(tree.dump()));
    });
    break;
  case 'load':
    read(dump => process.stdout.write(StandardMerkleTree.load(dump).root));
    break;
  case 'time': {
    const leaves = [];
    for (let i = 1n; i <= BigInt(n); i++) {
      leaves.push(['0x' + i.toString(16).padStart(40, '0'), (i * 250000000n + (i % 7n)).toString()]);
    }
    process.stdin.once('data', () => {
      const tree = StandardMerkleTree.of(leaves, encoding);
      for (let i = 0; i < leaves.length; i++) {
        tree.getProof(i);
      }
      console.log('done');
      process.stdin.destroy();
    });
    console.log('ready');
    break;
  }
}
