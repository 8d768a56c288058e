import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { type Child, startChild } from './child.js'
import { repoRoot } from './tools.js'

/** Of a busy machine, in ms. */
const LONGEST = 60_000

/** The program of a checkout, as it was built. */
export const programOf = (checkout: string): string => join(checkout, 'dist', 'cli.mjs')

const PROGRAM = programOf(repoRoot)

/** The caller's environment without any setting of a server, and with these. */
export function environmentWith(settings: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VOUCHSAFE_|PORT$|DEMO_PORT$|HOST$|NODE_OPTIONS$)/.test(name))
  return { ...Object.fromEntries(inherited), ...settings }
}

/** Runs a command of the program. @returns what it printed as JSON @throws what it said instead */
export function vouchsafe(args: readonly string[], env: NodeJS.ProcessEnv, program = PROGRAM): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`vouchsafe ${args.slice(0, 2).join(' ')}: ${why}`))
    execFile(process.execPath, [program, ...args, '--json'], { env, timeout: LONGEST }, (error, out, err) => {
      if (error) return fail(err.trim().slice(0, 300) || error.message)
      try {
        resolve(JSON.parse(out))
      } catch {
        fail('printed no JSON')
      }
    })
  })
}

/** How a server is started. */
export interface Start {
  readonly program?: string
  /** Arguments for Node, before the program. */
  readonly node?: readonly string[]
  /** A program that starts it, with its arguments: `prlimit --fsize=…`. */
  readonly under?: readonly string[]
}

/** A process of the server, and where it listens. */
export interface Served {
  readonly url: string
  readonly child: Child
}

/** @throws when it does not start: it was not built, or says why */
export async function serve(env: NodeJS.ProcessEnv, { program = PROGRAM, node = [], under = [] }: Start = {}): Promise<Served> {
  const [command = process.execPath, ...args] = [...under, process.execPath, ...node, program, 'serve']
  const child = startChild(command, args, { cwd: repoRoot, env })
  try {
    const [, json = '{}'] = await child.line(/^listening (\{.*\})\s*$/, LONGEST)
    return { url: (JSON.parse(json) as { attest: string }).attest, child }
  } catch (error) {
    await child.stop('SIGKILL')
    throw error
  }
}
