import type { ComponentChildren } from 'preact'
import { count } from '../words/format.js'
import { roundUp } from './chart.js'

export interface ColumnsProps {
  readonly values: readonly number[]
  /** Class of each column: its colour. */
  readonly toneOf: (index: number) => string
  readonly titleOf: (index: number) => string
  /** What stands below: at which share of the width, and what. */
  readonly ticks: readonly { readonly at: number; readonly words: string }[]
  /** A line across, such as a threshold. */
  readonly mark?: { readonly at: number; readonly words: string } | undefined
  readonly height?: 'low' | 'high'
  readonly children?: ComponentChildren
}

/** As high as the largest; a column that counts anything is never too low to be seen. */
const heightOf = (value: number, top: number): number => (value === 0 ? 0 : Math.max(1.5, (100 * value) / top))

/** Columns side by side: shapes stretch with the room, words do not. */
export function Columns({ values, toneOf, titleOf, ticks, mark, height = 'low' }: ColumnsProps) {
  const top = roundUp(Math.max(0, ...values))
  const gap = values.length > 120 ? 0 : 0.18
  return (
    <div class={`columns ${height}`}>
      <span class="top">{count(top)}</span>
      <svg viewBox={`0 0 ${values.length} 100`} preserveAspectRatio="none" aria-hidden="true">
        {values.map((value, i) => (
          <g key={i} class={toneOf(i)}>
            <rect class="catch" x={i} y={0} width={1} height={100}>
              <title>{titleOf(i)}</title>
            </rect>
            <rect x={i + gap / 2} y={100 - heightOf(value, top)} width={1 - gap} height={heightOf(value, top)} />
          </g>
        ))}
      </svg>
      {mark && (
        <span class="mark" style={{ left: `${100 * mark.at}%` }}>
          <span class={mark.at > 0.6 ? 'before' : ''}>{mark.words}</span>
        </span>
      )}
      <div class="ticks">
        {ticks.map(({ at, words }) => (
          <span key={words} class={at === 0 ? 'first' : at === 1 ? 'last' : ''} style={{ left: `${100 * at}%` }}>
            {words}
          </span>
        ))}
      </div>
    </div>
  )
}
