import { startChild } from '../../support/machine/child.js'

/** Runs a program to its end. @returns what it said @throws Error with that, where it failed */
export async function perform(
  folder: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = startChild(command, args, { cwd: folder, env: { ...process.env, ...env } })
  if ((await child.exit) !== 0) throw new Error(`${command} ${args.join(' ')}: ${child.output().slice(-1500)}`)
  return child.output()
}
