// The number of nodes as it is typed. What is no whole number in plain digits is not guessed at: the order waits until it is one.

/** What keeps a text from being a number of nodes. */
export type Fault = 'empty' | 'zero' | 'whole' | 'wide' | 'digits' | 'many';

/** More digits than any sale has nodes. */
const most = 9;

/** Reads a number of nodes. Spaces around it do not matter. */
export function readNodes(text: string): number | Fault {
  const typed = text.trim();
  if (typed === '') return 'empty';
  if (/^[0-9]+$/.test(typed)) {
    const digits = typed.replace(/^0+/, '');
    return digits === '' ? 'zero' : digits.length > most ? 'many' : Number(digits);
  }
  if (/^[+-]?[0-9]*[.,]?[0-9]+$/.test(typed)) return 'whole';
  return /^[0-9\uff10-\uff19]+$/.test(typed) ? 'wide' : 'digits';
}

/** Full-width digits as plain ones. */
export const narrow = (text: string): string => text.normalize('NFKC');
