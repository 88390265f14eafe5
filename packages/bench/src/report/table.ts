export type Cell = string | number;

/** A table for people: numbers right-aligned with at most one decimal, text left-aligned. */
export function formatTable(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const text = rows.map((row) => row.map(formatCell));
  const widths = header.map((name, column) =>
    Math.max(name.length, ...text.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], numeric: readonly boolean[]): string =>
    cells
      .map((cell, column) =>
        numeric[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const numericColumns = header.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [
    line(header, numericColumns),
    rule,
    ...text.map((row, index) =>
      line(
        row,
        (rows[index] ?? []).map((cell) => typeof cell === 'number'),
      ),
    ),
  ].join('\n');
}

function formatCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (!Number.isFinite(cell)) return '–';
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(Math.abs(cell) < 10 ? 2 : 1);
}
