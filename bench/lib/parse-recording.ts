import type { Ms, Px } from '../../shared/units.js'

/** A line of the files, and what a generator of paths makes: see the data's README. */
export interface RawRecording {
  readonly source: string
  readonly label: 'human' | 'bot'
  readonly kind: string
  readonly id: string
  readonly user: string
  readonly device: 'mouse' | 'touch' | 'keyboard'
  readonly events: readonly RawEvent[]
}

export type RawEvent = readonly [type: string, t: Ms, x: Px | null, y: Px | null, extra?: string]

const DEVICES = ['mouse', 'touch', 'keyboard']

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isPlace = (value: unknown): boolean => value === null || value === undefined || isNumber(value)

const isEvent = (row: unknown): row is RawEvent =>
  Array.isArray(row) && typeof row[0] === 'string' && isNumber(row[1]) && isPlace(row[2]) && isPlace(row[3])

/** What keeps a line from being a recording, or `undefined`. Fields that are not known say nothing about that. */
function faultOf(raw: Readonly<Record<string, unknown>>): string | undefined {
  for (const key of ['source', 'kind', 'id', 'user']) if (typeof raw[key] !== 'string') return `"${key}" is not a string`
  if (raw.label !== 'human' && raw.label !== 'bot') return '"label" is neither "human" nor "bot"'
  if (!DEVICES.includes(raw.device as string)) return `"device" is none of ${DEVICES.join(', ')}`
  if (!Array.isArray(raw.events)) return '"events" is not a list'
  const index = raw.events.findIndex((row) => !isEvent(row))
  return index < 0 ? undefined : `event ${index} is not [type, t, x, y, extra?]`
}

/**
 * Reads one line of a file of recordings.
 *
 * @param where names the line in the error
 * @throws an Error that says where and what is wrong
 */
export function parseRecording(line: string, where: string): RawRecording {
  let raw: unknown
  try {
    raw = JSON.parse(line)
  } catch {
    throw new Error(`${where}: not JSON`)
  }
  const fault = typeof raw === 'object' && raw !== null ? faultOf(raw as Record<string, unknown>) : 'not an object'
  if (fault) throw new Error(`${where}: ${fault}`)
  return raw as RawRecording
}
