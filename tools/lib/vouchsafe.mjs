import { join } from 'node:path'
import { Fault } from '../bootstrap.mjs'
import { root, run } from './run.mjs'

/** Asks the command line, as it was built. @param {NodeJS.ProcessEnv} env @param {readonly string[]} args @returns {Promise<any>} @throws {Fault} what it says */
export async function vouchsafe(env, args) {
  const program = join(root, 'dist', 'cli.mjs')
  const { code, output, stdout } = await run(process.execPath, [program, ...args, '--json'], { quiet: true, env, seconds: 30 })
  if (code !== 0) throw new Fault(output.trim())
  return JSON.parse(stdout)
}
