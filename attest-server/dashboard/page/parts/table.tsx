import type { ComponentChildren } from 'preact'

export interface Column<T> {
  readonly title: string
  /** The first column names its row. */
  readonly cell: (row: T) => ComponentChildren
  readonly isNumber?: boolean
  /** Read out, but not shown above the column: of buttons. */
  readonly isQuiet?: boolean
}

interface TableProps<T> {
  /** For who cannot see what stands above. */
  readonly caption: string
  /** Narrow enough for a phone as it is. */
  readonly isCompact?: boolean
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
}

/**
 * A table. On a narrow screen each row becomes a block of lines, and each cell says what its column is called: nobody has to scroll sideways.
 * The roles are said once more, for browsers forget what a table is when its cells are laid out otherwise.
 */
export function Table<T>({ caption, isCompact = false, columns, rows, keyOf }: TableProps<T>) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as blocks, a table loses its roles.
    <table role="table" class={isCompact ? '' : 'stacks'}>
      <caption class="unseen">{caption}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
        <tr role="row">
          {columns.map(({ title, isNumber, isQuiet }) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above.
            <th key={title} scope="col" role="columnheader" class={isNumber ? 'number' : ''}>
              {isQuiet ? <span class="unseen">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={keyOf(row)} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  )
}

function Row<T>({ row, columns }: { row: T; columns: readonly Column<T>[] }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above.
    <tr role="row">
      {columns.map(({ title, cell, isNumber, isQuiet }, i) =>
        i === 0 ? (
          // biome-ignore lint/a11y/noRedundantRoles: as above.
          <th key={title} scope="row" role="rowheader">
            {cell(row)}
          </th>
        ) : (
          // biome-ignore lint/a11y/noRedundantRoles: as above.
          <td key={title} role="cell" class={isNumber ? 'number' : ''} data-title={isQuiet ? undefined : title}>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}
