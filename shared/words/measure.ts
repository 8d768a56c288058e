const HOUR = 1 / 24

/** A number with its unit; `%` takes a share, `⅛ s` eighths of a second, and part of a day is told in hours. */
export function measure(value: number, unit: string): string {
  if (unit === '%') return `${Math.round(value * 100)} %`
  if (unit === '⅛ s') return measure(value / 8, 's')
  if (unit === 'days' && value < 1) return value < HOUR ? 'less than an hour' : `${Math.floor(value / HOUR)} h`
  const size = Math.abs(value)
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2
  return `${value.toFixed(digits).replace('-', '−')}${unit ? ` ${unit}` : ''}`
}
