import { findTool } from '../support/machine/tools.js'
import { driverUrl, shippedDrivers } from './drivers.js'
import { missingIn } from './missing.js'
import { visits } from './people/visits.js'
import { PROGRAMS, remedyFor } from './remedies.js'

/** `--list`: which drivers have their packages here, which programs there are, and how to get the rest. @returns the exit code */
export async function listDrivers(output: { out(line: string): void }): Promise<0> {
  const names = shippedDrivers()
  const width = Math.max(...[...names, ...visits.map(({ name }) => name)].map(({ length }) => length))
  for (const name of names) {
    const need = await import(driverUrl(name)).then(() => undefined, missingIn)
    output.out(`${name.padEnd(width)}  ${need ? `needs ${remedyFor(need).what}: ${remedyFor(need).command ?? ''}` : 'here'}`)
  }
  for (const { name, program } of visits) {
    const { what, command = '' } = remedyFor({ program })
    output.out(`${name.padEnd(width)}  ${findTool(program) ? 'here, with --people' : `needs ${what}: ${command}`}`)
  }
  for (const program of PROGRAMS) {
    const { command = '' } = remedyFor({ program })
    output.out(`${program.padEnd(width)}  ${findTool(program) ?? `missing, for those bots that use it: ${command}`}`)
  }
  return 0
}
