import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Spawned {
  readonly child: ChildProcess
  /** Resolves when the process has ended. */
  readonly finished: Promise<Finished>
  /** Resolves with the first line of output that matches. */
  line(pattern: RegExp): Promise<RegExpExecArray>
}

/** Nothing of the caller's own settings reaches the server. */
function environmentOf(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VOUCHSAFE_|PORT$|HOST$|NODE_OPTIONS$)/.test(name))
  return { ...Object.fromEntries(inherited), ...settings }
}

/** Runs the program in a process of its own. Whoever starts one waits for `finished`. */
export function spawnCli(cli: string, args: readonly string[], settings: Readonly<Record<string, string>>): Spawned {
  const child = spawn(process.execPath, [cli, ...args], { env: environmentOf(settings), stdio: ['ignore', 'pipe', 'pipe'] })
  const written = { out: '', err: '' }
  const watchers = new Set<() => void>()
  for (const [name, stream] of [['out', child.stdout] as const, ['err', child.stderr] as const]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      written[name] += text
      for (const watch of watchers) watch()
    })
  }
  const finished = once(child, 'close').then(([code]) => ({ code: code as number | null, ...written }))
  return {
    child,
    finished,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          const match = pattern.exec(written.out)
          if (!match) return
          watchers.delete(watch)
          resolve(match)
        }
        watchers.add(watch)
        watch()
        void finished.then(() => reject(new Error(`ended before ${pattern}: ${written.err}`)))
      }),
  }
}

/** Starts a server on a free port and resolves when it listens. */
export async function spawnServer(
  cli: string,
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Spawned & { readonly url: string }> {
  const spawned = spawnCli(cli, ['serve'], { PORT: '0', VOUCHSAFE_DATA_DIR: dataDir, ...settings })
  const [, json = ''] = await spawned.line(/^listening (\{.*\})$/m)
  return { ...spawned, url: (JSON.parse(json) as { attest: string }).attest }
}
