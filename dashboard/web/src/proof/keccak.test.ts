import { expect, test } from 'vitest';
import { hexOf } from './hex';
import { keccak256, keccakText } from './keccak';

// Published: the Keccak team's ShortMsgKAT_256 (empty, CC) and Ethereum's well-known hashes.
test.each([
  ['', '0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470'],
  ['abc', '0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45'],
  ['hello', '0x1c8aff950685c2ed4bc3174f3472287b56d9517b9c948127319a09a7a36deac8'],
  ['The quick brown fox jumps over the lazy dog', '0x4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15'],
  ['Transfer(address,address,uint256)', '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'],
  ['Approval(address,address,uint256)', '0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925'],
])('the hash of %j', (text, want) => {
  expect(hexOf(keccakText(text))).toBe(want);
});

test('one byte of the known answers', () => {
  expect(hexOf(keccak256(new Uint8Array([0xcc])))).toBe(
    '0xeead6dbfc7340a56caedc044696a168870549a6a7f6f56961e84a54bd9970b8a',
  );
});

// Lengths around a block's end are where padding goes wrong: each must differ from its neighbours and not depend on chance.
test('lengths around the end of a block', () => {
  const seen = new Set<string>();
  for (const n of [134, 135, 136, 137, 271, 272, 273]) {
    const hash = hexOf(keccak256(new Uint8Array(n).fill(0x61)));
    expect(hash).toBe(hexOf(keccak256(new Uint8Array(n).fill(0x61))));
    seen.add(hash);
  }
  expect(seen.size).toBe(7);
  expect(hexOf(keccak256(new Uint8Array(136).fill(0x61)))).toBe(
    '0xa6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e',
  );
});
