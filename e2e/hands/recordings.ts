import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { repoRoot } from '../support/machine/tools.js'

/** One line of a recording file: `[type, t (ms), x, y, extra?]`, see the README beside the data. */
export type RecordedEvent = readonly [type: string, t: number, x: number | null, y: number | null, extra?: string]

/** One visit of one person. */
export interface Recording {
  readonly user: string
  readonly label: 'human' | 'bot'
  readonly events: readonly RecordedEvent[]
}

/** The public recordings that the people are made of, by what is taken of them. */
export const sources = { pointer: 'sapimouse', keyboard: 'aalto-keystrokes', wheel: 'balabit', touch: 'shapematch-touch' } as const

export type Source = (typeof sources)[keyof typeof sources]

const folder = (): string => resolve(repoRoot, process.env.VOUCHSAFE_DATA ?? '../shared/data', 'behaviour')

/** @returns undefined when the recordings are there, else where they were looked for. They may not be shipped with the code. */
export function missingRecordings(): string | undefined {
  const lost = Object.values(sources).filter((source) => !existsSync(fileOf(source)))
  return lost.length === 0 ? undefined : `no recordings of ${lost.join(', ')} in ${folder()}; set VOUCHSAFE_DATA`
}

const fileOf = (source: Source): string => join(folder(), `${source}.ndjson.gz`)

/** Everything that one person recorded. @throws when the file is missing or does not know the person. */
export function recordingsOf(source: Source, user: string): Recording[] {
  const lines = gunzipSync(readFileSync(fileOf(source)))
    .toString()
    .split('\n')
  // The name is looked for in the text first: parsing every line would take seconds.
  const own = lines.filter((line) => line.includes(`"user":"${user}"`) || line.includes(`"user": "${user}"`))
  const recordings = own.map((line) => JSON.parse(line) as Recording).filter((one) => one.user === user && one.label === 'human')
  if (recordings.length === 0) throw new Error(`${fileOf(source)} has nothing of ${user}`)
  return recordings
}
