import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FeatureId, features } from '../../shared/features/index.js'
import type { Example } from './example.js'

/** A line of `npm run matrix -- --record DIR`: what one visit of a driver, or of a replayed person, came to. */
interface Caught {
  readonly driver: string
  readonly kind: 'bot' | 'person'
  readonly observations: Readonly<Record<string, number>>
}

const ids: ReadonlySet<string> = new Set(features.map(({ id }) => id))

function exampleOf({ driver, kind, observations }: Caught, index: number): Example {
  const known = Object.entries(observations).filter((entry): entry is [FeatureId, number] => ids.has(entry[0]) && Number.isFinite(entry[1]))
  return {
    label: kind === 'bot' ? 'bot' : 'human',
    group: `fleet/${driver}`,
    user: `${driver} ${index}`,
    visit: `${driver} ${index}`,
    share: 1,
    values: new Map(known),
  }
}

/** Every visit in a folder of `.ndjson` files. */
export function loadFleet(folder: string): Example[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ndjson'))
  const lines = files.sort().flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
  return lines.map((line, index) => exampleOf(JSON.parse(line), index))
}
