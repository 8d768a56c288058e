/** Numbers and times as this dashboard writes them: in the reader's own habit, times with their zone. */

const whole = new Intl.NumberFormat()
const moment = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
})
const hour = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

export const count = (value: number): string => whole.format(value)

/** @param one what it is called when it is one @param more what it is called otherwise */
export const counted = (many: number, one: string, more = `${one}s`): string => `${count(many)} ${many === 1 ? one : more}`

/** A share of 0 to 1, in one piece. Little is never called nothing, and nearly all never all. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return '–'
  if (share > 0 && share < 0.001) return '<\u00a00.1\u00a0%'
  if (share > 0.999 && share < 1) return '>\u00a099.9\u00a0%'
  const isNearAnEnd = (share > 0 && share < 0.1) || (share > 0.99 && share < 1)
  return `${isNearAnEnd ? (100 * share).toFixed(1) : Math.round(100 * share)}\u00a0%`
}

/** `part` of `all`, where there may be none at all. */
export const shareOf = (part: number, all: number): string => (all === 0 ? '–' : percent(part / all))

/** A log-likelihood ratio, with its sign. */
export const signed = (llr: number): string => `${llr < 0 ? '−' : '+'}${Math.abs(llr).toFixed(2)}`

/** With day, seconds and zone. @param at ISO 8601 */
export const toMoment = (at: string): string => moment.format(new Date(at))
export const toHour = (at: string): string => hour.format(new Date(at))

/** The zone that all times are shown in. */
export const zone = (): string => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const short = moment.formatToParts(new Date()).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return short === '' || short === timeZone ? timeZone : `${timeZone} (${short})`
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** In words: `in 3 days`, `2 hours ago`. @param at, now ms */
export function fromNow(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000)
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(seconds / size), unit)
}

/** `90` → `90 s`, `86400` → `1 day`: as large a unit as comes out whole. */
export function duration(seconds: number): string {
  const [unit, size] = units.find(([, size]) => seconds >= size && seconds % size === 0) ?? ['s', 1]
  const many = seconds / size
  return unit === 's' ? `${many} s` : counted(many, unit)
}
