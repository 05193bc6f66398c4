import { expect, test } from 'vitest';
import { textOf } from './filetext';

function wide(text: string, little: boolean): Blob {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little);
  return new Blob([view.buffer]);
}

test('a file has the same text in every form that spreadsheets write', async () => {
  const text = 'reference,source\nZürich,新\n';
  for (const file of [
    new Blob([text]),
    new Blob([`\ufeff${text}`]),
    wide(text, true),
    wide(text, false),
    wide(`\ufeff${text}`, true),
    wide(`\ufeff${text}`, false),
  ]) {
    expect(await textOf(file)).toBe(text);
  }
  expect(await textOf(new Blob([]))).toBe('');
});
