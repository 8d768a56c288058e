import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DrillOptions } from './options.js'
import { type Visit, visits } from './people/visits.js'

// All of the package's bundles and what they share lie in one folder, those of the drivers in one below it, `drill`.

/** Names of the drivers that ship: those of the fleet that `e2e/lib/drilled.mjs` does not leave out, a bundle each. */
export function shippedDrivers(): readonly string[] {
  const files = readdirSync(fileURLToPath(new URL('./drill/', import.meta.url)))
  return files.flatMap((file) => /^(.+)\.mjs$/.exec(file)?.[1] ?? []).sort()
}

/** The bundle of one of them. */
export const driverUrl = (name: string): string => new URL(`./drill/${name}.mjs`, import.meta.url).href

/** The program of one run. */
export const runUrl = (): URL => new URL('./drill-run.mjs', import.meta.url)

/** Who comes: bots by their drivers, and people by what they are asked for. */
export interface Chosen {
  readonly bots: readonly string[]
  readonly visits: readonly Visit[]
}

/** All of them, or those that are named; people only where they are asked for. @throws when a name is nobody's */
export function choose({ only, people }: Pick<DrillOptions, 'only' | 'people'>, bots = shippedDrivers()): Chosen {
  const offered = people ? visits : []
  const names = [...bots, ...offered.map(({ name }) => name)]
  const unknown = only.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`there is no ${unknown.join(', ')}; there are ${names.join(', ')}.`)
  const isWanted = (name: string) => only.length === 0 || only.includes(name)
  return { bots: bots.filter(isWanted), visits: offered.filter(({ name }) => isWanted(name)) }
}
