import { expect, test } from 'vitest';
import { hexOf } from '../proof/hex';
import { keccakText } from '../proof/keccak';
import { decodeRevert } from './revert';

const selector = (signature: string) => hexOf(keccakText(signature)).slice(0, 10);
const word = (v: bigint | number) => BigInt(v).toString(16).padStart(64, '0');

test('an error of the sale', () => {
  expect(decodeRevert(selector('PriceAboveMax(uint256,uint256)') + word(10n ** 18n) + word(5))).toEqual({
    name: 'PriceAboveMax',
    args: [10n ** 18n, 5n],
  });
  const quota =
    selector('QuotaExceeded(address,uint256,uint256,uint256)') +
    word(BigInt(`0x${'ab'.repeat(20)}`)) +
    word(2) +
    word(1) +
    word(4);
  expect(decodeRevert(quota)).toEqual({ name: 'QuotaExceeded', args: [`0x${'ab'.repeat(20)}`, 2n, 1n, 4n] });
});

test('an error with a text', () => {
  const text = hexOf(new TextEncoder().encode('alpha 节')).slice(2);
  const data = (name: string) => selector(name) + word(32) + word(text.length / 2) + text.padEnd(64, '0');
  expect(decodeRevert(data('UnknownCode(string)'))).toEqual({ name: 'UnknownCode', args: ['alpha 节'] });
  expect(decodeRevert(data('Error(string)'))).toEqual({ name: 'Error', args: ['alpha 节'] });
});

// The compiler's selector of Error(string) is published: it fixes the others, which are computed the same way.
test('the published selector', () => {
  expect(selector('Error(string)')).toBe('0x08c379a0');
  expect(selector('Panic(uint256)')).toBe('0x4e487b71');
});

test('what cannot be read is not guessed', () => {
  expect(decodeRevert('0x12345678')).toEqual({ name: 'unknown', args: [] });
  expect(decodeRevert(`${selector('PriceAboveMax(uint256,uint256)')}00`)).toEqual({ name: 'PriceAboveMax', args: [] });
  expect(decodeRevert(selector('UnknownCode(string)') + word(2n ** 255n))).toEqual({ name: 'UnknownCode', args: [''] });
  expect(decodeRevert(selector('UnknownCode(string)') + word(32) + word(2n ** 200n))).toEqual({
    name: 'UnknownCode',
    args: [''],
  });
  for (const none of ['0x', '', null, 5, '0xzz', 'execution reverted']) expect(decodeRevert(none)).toBeUndefined();
});
