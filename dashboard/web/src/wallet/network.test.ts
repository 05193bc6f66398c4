import { expect, test } from 'vitest';
import { explorer, networkName } from './network';

test('names of networks', () => {
  expect([1, 10, 8453, 42161, 11155111].map(networkName)).toEqual([
    'Ethereum',
    'OP Mainnet',
    'Base',
    'Arbitrum One',
    'Sepolia',
  ]);
  expect([1337, 31337].map(networkName)).toEqual(['#1337', '#31337']);
});

test('where to look things up', () => {
  expect(explorer(1, 'tx', '0x12')).toBe('https://etherscan.io/tx/0x12');
  expect(explorer(11155111, 'address', '0x34')).toBe('https://sepolia.etherscan.io/address/0x34');
  expect(explorer(1337, 'tx', '0x12')).toBeUndefined();
});
