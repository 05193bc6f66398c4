// The rows of a file that are wrong: the API counts them from 1 without the header.
import type { Row } from '../../schema/api.gen';

/** Rows in the order of the file; one that is known by its reference alone stands first. */
export function inOrder(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

/** The row as it stands in the file; undefined where that cannot be told without reading quoted cells. headed: the first
 * line names the columns. */
export function rowText(file: string, row: number, headed: boolean): string | undefined {
  if (file.includes('"') || file.trimStart().startsWith('[')) return undefined;
  return file.split(/\r?\n/)[headed ? row : row - 1]?.slice(0, 200);
}
