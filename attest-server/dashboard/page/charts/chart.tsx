import type { ComponentChildren } from 'preact'

interface ChartProps {
  /** What is to be seen in it, in a sentence: that is what a screen reader says of the drawing. */
  readonly summary: string
  /** The same numbers as a table, on demand. */
  readonly table: ComponentChildren
  readonly children: ComponentChildren
}

/** A drawing with what it says in words, and with its numbers for who wants them. */
export function Chart({ summary, table, children }: ChartProps) {
  return (
    <figure class="chart">
      <div role="img" aria-label={summary}>
        {children}
      </div>
      <details class="as-table">
        <summary>Numbers as a table</summary>
        <div class="scroller">{table}</div>
      </details>
    </figure>
  )
}

/** The next round number, for the end of an axis: 1, 2 or 5 with zeros. */
export function roundUp(value: number): number {
  if (value <= 1) return 1
  const size = 10 ** Math.floor(Math.log10(value))
  return (value <= size ? 1 : value <= 2 * size ? 2 : value <= 5 * size ? 5 : 10) * size
}
