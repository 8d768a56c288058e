import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FeatureId, features } from '../../shared/features/index.js'
import type { SourceUser } from '../lib/read-fitted.js'
import { isFitted } from '../lib/split.js'
import type { Example, Examples } from './example.js'

/** A line of `npm run matrix -- --record DIR`: what was known of a visit at one verdict. Later ones know all that earlier ones did, and more. */
interface Caught {
  readonly driver: string
  readonly kind: 'bot' | 'person'
  /** Of the driver: one visit. */
  readonly run: number
  /** Whose recordings the driver replays: a person, or a bot that poses as one. */
  readonly replays: readonly SourceUser[]
  readonly observations: Readonly<Record<string, number>>
}

const ids: ReadonlySet<string> = new Set(features.map(({ id }) => id))

/** @throws an Error where a file was recorded when lines did not yet say what is needed here */
function caughtIn(folder: string, name: string): Caught[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)
  return lines.map((line, i) => {
    const caught: Partial<Caught> = JSON.parse(line)
    if (typeof caught.run === 'number' && Array.isArray(caught.replays)) return caught as Caught
    throw new Error(`${join(folder, name)}, line ${i + 1}: says no run or not whom it replays; record it anew`)
  })
}

/** Sources of people are withheld whole, so what kind of recording it is decides nothing. */
const mayBeFitted = ({ replays }: Caught): boolean => replays.every((one) => isFitted({ ...one, label: 'human', kind: '' }))

const visitOf = ({ driver, run }: Caught): string => `${driver}/${run}`

function exampleOf(caught: Caught, share: number): Example {
  const known = Object.entries(caught.observations).filter(
    (entry): entry is [FeatureId, number] => ids.has(entry[0]) && Number.isFinite(entry[1]),
  )
  const visit = visitOf(caught)
  return {
    label: caught.kind === 'bot' ? 'bot' : 'human',
    group: `fleet/${caught.driver}`,
    user: visit,
    visit,
    share,
    values: new Map(known),
  }
}

/**
 * Every visit in a folder of `.ndjson` files, read at each of its verdicts.
 *
 * Who replays recordings is left out unless all of these may be fitted: people who were kept from the fit to judge it would else be seen by
 * it, and so would those whose terms forbid it. Of the fleet's people that leaves nobody today: all type as somebody of aalto-keystrokes does
 * and turn a wheel as somebody of balabit, and a visit does not say which of its numbers come of that.
 *
 * @throws an Error that names file and line where a line does not say whose visit it was
 */
export function loadFleet(folder: string): Examples {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ndjson'))
  const caught = names.sort().flatMap((name) => caughtIn(folder, name).filter(mayBeFitted))
  const readings = new Map<string, number>()
  for (const one of caught) readings.set(visitOf(one), (readings.get(visitOf(one)) ?? 0) + 1)
  return {
    examples: caught.map((one) => exampleOf(one, 1 / readings.get(visitOf(one))!)),
    seen: caught.flatMap(({ replays }) => replays),
  }
}
