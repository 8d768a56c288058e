import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

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

/** All of them, or those that are named. @throws when a name is no driver's */
export function chooseDrivers(only: readonly string[]): readonly string[] {
  const all = shippedDrivers()
  const unknown = only.filter((name) => !all.includes(name))
  if (unknown.length > 0) throw new Error(`--only: there is no bot ${unknown.join(', ')}; there are ${all.join(', ')}.`)
  return only.length === 0 ? all : all.filter((name) => only.includes(name))
}
