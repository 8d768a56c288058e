import { execFileSync } from 'node:child_process'

/** The list of what tests start: plain JavaScript without declarations. */
const { locate, tools } = (await import(new URL('../../../tools/lib/tools.mjs', import.meta.url).href)) as {
  tools: readonly { name: string; candidates: readonly string[]; packages: readonly string[] }[]
  locate(tool: { candidates: readonly string[] }, path: string): readonly string[]
}

/** Who a program runs as, for `spawn`. */
export interface Identity {
  readonly uid: number
  readonly gid: number
}

/** @returns the path of a program that is on that list; undefined where it is not installed. */
export function locateProgram(name: string): string | undefined {
  const tool = tools.find((one) => one.name === name)
  return tool && locate(tool, process.env.PATH ?? '')[0]
}

/** @throws where it is not installed, with the package that brings it. */
export function programOf(name: string): string {
  const program = locateProgram(name)
  if (program !== undefined) return program
  const { packages = [] } = tools.find((one) => one.name === name) ?? {}
  throw new Error(`This test starts ${name}, which is not here: install the package ${packages.join(', ')}.`)
}

const idOf = (flag: '-u' | '-g', user: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))

/** Some programs refuse to run as root: then they run as somebody who is nobody. */
export function unprivileged(): Identity | undefined {
  return process.getuid?.() === 0 ? { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') } : undefined
}
