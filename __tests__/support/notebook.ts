/** A notebook of code cells, as Jupyter writes it. */
export function notebook(...cells: readonly string[]): string {
  const made = cells.map((source, index) => ({
    cell_type: 'code',
    execution_count: null,
    id: `c${index + 1}`,
    metadata: {},
    outputs: [],
    source: source.split(/(?<=\n)/),
  }));
  const metadata = { language_info: { name: 'python', version: '3.12.1' } };
  return `${JSON.stringify({ cells: made, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}
