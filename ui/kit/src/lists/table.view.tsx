import './table.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export type TableProps = {
  readonly caption: string;
  readonly hideCaption?: boolean | undefined;
  readonly head: readonly string[];
  /** The first cell of each row is its header. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly ComponentChildren[] }[];
  /** Indices of the columns of numbers, which are aligned at the end. */
  readonly numeric?: readonly number[] | undefined;
  /**
   * On a narrow screen: `stack` shows each row as a small card with the headings beside the values, `scroll` keeps the
   * columns and lets the table scroll sideways inside its frame.
   */
  readonly narrow?: 'stack' | 'scroll' | undefined;
};

export const Table = ({ caption, hideCaption, head, rows, numeric = [], narrow = 'stack' }: TableProps) => {
  const id = useId();
  const align = (column: number): string | undefined => (numeric.includes(column) ? 'k-table__number' : undefined);
  return (
    <section class={`k-table k-table--${narrow}`} tabIndex={narrow === 'scroll' ? 0 : undefined} aria-labelledby={id}>
      <table>
        <caption id={id} class={hideCaption === true ? 'k-unseen' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {head.map((text, column) => (
              <th key={text} scope="col" class={align(column)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, column) =>
                column === 0 ? (
                  <th key={head[column]} scope="row" class={align(column)}>
                    {cell}
                  </th>
                ) : (
                  <td key={head[column]} class={align(column)} data-head={head[column]}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
