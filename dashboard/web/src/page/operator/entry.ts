// What operators type, as the API wants to have it.

/** What the ledger takes for a reference. */
export function isReference(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._:/#@+-]{0,127}$/.test(text);
}

/** A decimal in the asset's usual unit, with a minus when revenue was returned; never zero. */
export function isRevenue(text: string): boolean {
  return /^-?(0|[1-9][0-9]{0,59})(\.[0-9]{1,36})?$/.test(text) && /[1-9]/.test(text);
}

/** What was spent or bought, in the asset's usual unit. */
export function isPositive(text: string): boolean {
  return isRevenue(text) && !text.startsWith('-');
}

/** What a field for date and time holds, read as UTC: 2024-06-30T12:00 is 2024-06-30T12:00:00Z. undefined: it is none. */
export function instantOf(text: string): string | undefined {
  const m = /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})(:[0-9]{2})?$/.exec(text);
  const at = m && `${m[1]}${m[2] ?? ':00'}Z`;
  return at && !Number.isNaN(Date.parse(at)) ? at : undefined;
}

/** How many lines of a file have something in them. */
export function linesOf(text: string): number {
  return text.split('\n').filter((l) => l.trim() !== '').length;
}
