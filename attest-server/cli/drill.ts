import type { Readable } from 'node:stream'
import type { Environment } from '../config.js'
import type { Output } from './output.js'

interface Drill {
  runDrill(
    argv: readonly string[],
    environment: Environment,
    output: Output & { readonly isWatched: boolean; readonly input: Readable },
  ): Promise<number>
}

/**
 * `vouchsafe drill`: a bundle of its own beside this one, with options of its own. The server knows nothing of bots, and does not load them.
 * @returns the exit code
 */
export async function drill(argv: readonly string[], environment: Environment, output: Output): Promise<number> {
  const { runDrill } = (await import(new URL('./drill.mjs', import.meta.url).href)) as Drill
  return runDrill(argv, environment, { ...output, isWatched: process.stderr.isTTY === true, input: process.stdin })
}
