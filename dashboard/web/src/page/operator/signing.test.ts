import { expect, test } from 'vitest';
import { checksum } from '../../proof/checksum';
import { issuedAt, signInText } from './signing';

// The vectors of ERC-55.
test.each([
  '0x52908400098527886E0F7030069857D2E4169EE7',
  '0x8617E340B3D01FA5F11F306F4090FD50E238070D',
  '0xde709f2102306220921060314715629080e2fb77',
  '0x27b1fdb04752bbc536007a920d24acb045561c26',
  '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
  '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
  '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
  '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
])('the checksum of %s', (address) => {
  expect(checksum(address.toLowerCase())).toBe(address);
});

test('what is no address has no checksum', () => {
  expect(() => checksum('0x12')).toThrow(RangeError);
});

const wallet = '0x1b07d9c5b81561db8b03861ef34dfc846a5da8b7';
const at = new Date('2026-11-22T20:44:06.789Z');

test('the message, to the letter', () => {
  expect(
    signInText({
      origin: 'https://nodes.example:8443',
      wallet,
      program: 'gpunet',
      chain: 1337,
      nonce: 'f7775b61873960b1',
      issuedAt: at,
    }),
  ).toBe(
    'nodes.example:8443 wants you to sign in with your Ethereum account:\n' +
      '0x1B07d9c5b81561Db8B03861ef34dfc846A5dA8B7\n' +
      '\n' +
      'Sign in to keep the books of gpunet for twelve hours. This sends no transaction and costs nothing.\n' +
      '\n' +
      'URI: https://nodes.example:8443\n' +
      'Version: 1\n' +
      'Chain ID: 1337\n' +
      'Nonce: f7775b61873960b1\n' +
      'Issued At: 2026-11-22T20:44:06Z',
  );
});

test('a nonce cannot bring lines of its own', () => {
  expect(() =>
    signInText({
      origin: 'https://nodes.example',
      wallet,
      program: 'gpunet',
      chain: 1,
      nonce: 'f7775b61\nURI: https://evil',
      issuedAt: at,
    }),
  ).toThrow(RangeError);
});

test('a program cannot bring lines of its own', () => {
  expect(() =>
    signInText({ origin: 'https://nodes.example', wallet, program: 'a\nb', chain: 1, nonce: 'f7775b61', issuedAt: at }),
  ).toThrow(RangeError);
});

test('of the server’s message only the time is taken', () => {
  const theirs = 'evil.example wants you to sign in\n\nIssued At: 2027-01-05T00:00:12Z';
  expect(issuedAt(theirs, at).toISOString()).toBe('2027-01-05T00:00:12.000Z');
  expect(issuedAt(undefined, at)).toBe(at);
  expect(issuedAt('Issued At: soon', at)).toBe(at);
});
