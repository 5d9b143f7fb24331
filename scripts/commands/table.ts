/** Columns aligned for a terminal: numbers to the right, text to the left. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [
    header,
    ...rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'number' ? cell.toLocaleString('en', { maximumSignificantDigits: 6 }) : cell,
      ),
    ),
  ];
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const right = header.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  return cells
    .map((row) =>
      row
        .map((cell, column) => (right[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
