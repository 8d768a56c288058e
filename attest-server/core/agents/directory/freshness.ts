import type { EpochSeconds, Seconds } from '../../../../shared/units.js'

/** Whatever the directory says: a key that was taken back is gone after a day, and nobody is asked more often than every five minutes. */
export const SHORTEST: Seconds = 300
export const LONGEST: Seconds = 86_400
/** Where the directory says nothing. */
const USUAL: Seconds = 3600

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DATE = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/

/** Days since 1970 of a day of the Gregorian calendar, counted from March so that leap days come last. */
function daysOf(year: number, month: number, day: number): number {
  const y = month < 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * ((month + 10) % 12) + 2) / 5) + day - 1
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468
}

/** IMF-fixdate (RFC 9110 §5.6.7). @returns undefined for everything else. */
export function parseHttpDate(text: string): EpochSeconds | undefined {
  const [, day, month, year, hour, minute, second] = DATE.exec(text.trim()) ?? []
  const index = MONTHS.indexOf(month ?? '')
  if (index < 0) return undefined
  return daysOf(Number(year), index, Number(day)) * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second)
}

/** RFC 9111 §4.2.1, as a private cache: `max-age`, then `Expires`. */
function lifetime(headers: ReadonlyMap<string, string>, now: EpochSeconds): Seconds | undefined {
  const control = headers.get('cache-control')?.toLowerCase() ?? ''
  if (/(^|[\s,])no-(store|cache)($|[\s,=])/.test(control)) return 0
  const [, maxAge] = /(?:^|[\s,])max-age="?(\d{1,10})/.exec(control) ?? []
  if (maxAge !== undefined) return Number(maxAge)
  const expires = headers.get('expires')
  if (expires === undefined) return undefined
  const until = parseHttpDate(expires)
  return until === undefined ? 0 : until - (parseHttpDate(headers.get('date') ?? '') ?? now)
}

/** How long a response may be used, from now: what HTTP says, less the age that it came with, between five minutes and a day. */
export function freshFor(headers: ReadonlyMap<string, string>, now: EpochSeconds): Seconds {
  const age = /^\d{1,10}$/.exec(headers.get('age')?.trim() ?? '')
  const left = (lifetime(headers, now) ?? USUAL) - (age ? Number(age[0]) : 0)
  return Math.min(LONGEST, Math.max(SHORTEST, left))
}
