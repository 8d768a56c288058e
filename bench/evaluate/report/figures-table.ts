import type { Checked } from '../check-figures.js'
import { decimal, markdownTable } from './markdown-table.js'

const verdict = ({ bar, stretch, short, better, value }: Checked): string => {
  if (value === undefined) return '**missing**'
  if (bar === undefined) return 'held'
  if (short) return '**short**'
  const sign = better === 'higher' ? 1 : -1
  return stretch !== undefined && sign * (value - stretch) >= 0 ? 'met, stretch too' : 'met'
}

/** The figures beside their bars. */
export const figuresTable = (checked: readonly Checked[]): string =>
  markdownTable(
    ['what', 'result', 'bar', 'stretch', ''],
    checked.map((figure) => {
      const sign = figure.better === 'higher' ? '≥' : '≤'
      const limit = (value: number | undefined) => (value === undefined ? '' : `${sign} ${value}`)
      return [figure.says, decimal(figure.value, 4), limit(figure.bar), limit(figure.stretch), verdict(figure)]
    }),
  )
