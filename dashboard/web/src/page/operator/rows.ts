// What is wrong with the rows of a file: the API says it row by row, and counts rows from 1 without the header.
import type { ApiProblem } from '../../api/http';

export interface RowFault {
  row: number;
  text: string;
}

/** The rows that a problem names, in their order, and what it says besides. */
export function rowFaults(p: ApiProblem): { rows: RowFault[]; rest: string[] } {
  const rows: RowFault[] = [];
  const rest: string[] = [];
  const lines = p.reasons.length > 0 ? p.reasons : p.detail.split('\n');
  for (const line of lines) {
    const m = /^row ([0-9]{1,9}): (.+)$/s.exec(line.trim());
    if (m) rows.push({ row: Number(m[1]), text: m[2] as string });
    else if (line.trim() !== '') rest.push(line.trim());
  }
  return { rows: rows.sort((a, b) => a.row - b.row), rest };
}

/** The row as it stands in the file; undefined where that cannot be told without reading quoted cells. headed: the first
 * line names the columns. */
export function rowText(file: string, row: number, headed: boolean): string | undefined {
  if (file.includes('"') || file.trimStart().startsWith('[')) return undefined;
  return file.split(/\r?\n/)[headed ? row : row - 1]?.slice(0, 200);
}
