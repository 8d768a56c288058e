const isNumber = (cell: string | undefined): boolean => /^([\d–−≥≤]|$)/.test(cell ?? '')

/** A Markdown table. Columns of numbers stand right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rules = head.map((_, i) => (rows.every((row) => isNumber(row[i])) ? '---:' : '---'))
  return [line(head), line(rules), ...rows.map(line)].join('\n')
}

/** 0.1234 as 12.3 %; a dash where it is not defined. */
export const percent = (share: number | null | undefined, digits = 1): string =>
  share === null || share === undefined || Number.isNaN(share) ? '–' : `${(100 * share).toFixed(digits)} %`

export const decimal = (value: number | null | undefined, digits = 3): string =>
  value === null || value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits)
