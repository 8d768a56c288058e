import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

/** A process that we started, with all of its own children, and what it said. */
export interface Child {
  readonly pid: number
  /** The bare process: its extra pipes, where it was given any. */
  readonly process: ChildProcess
  /** Everything on stdout and stderr so far. */
  output(): string
  /** Resolves with the first line of output that matches; rejects when the process ends or `within` ms pass without one. */
  line(pattern: RegExp, within: number): Promise<RegExpMatchArray>
  /** Resolves when the process has ended: its exit code, or -1 when a signal ended it. */
  readonly exit: Promise<number>
  /** Asks the whole process group to end, insists after `grace` ms, and resolves when it has. */
  stop(signal?: NodeJS.Signals, grace?: number): Promise<number>
}

/** Starts a process in a group of its own, so that stopping it by id also stops what it started in turn. */
export function startChild(command: string, args: readonly string[], options: SpawnOptions = {}): Child {
  const process_ = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: true })
  let text = ''
  const keep = (chunk: Buffer) => {
    text += chunk.toString()
  }
  process_.stdout?.on('data', keep)
  process_.stderr?.on('data', keep)
  const pid = process_.pid ?? 0
  const killGroup = (signal: NodeJS.Signals) => signalGroup(pid, signal)
  const abandon = () => killGroup('SIGKILL')
  process.once('exit', abandon)
  const exit = new Promise<number>((resolve) => {
    const ended = (code: number | null) => {
      process.removeListener('exit', abandon)
      resolve(code ?? -1)
    }
    process_.once('exit', ended)
    process_.once('error', (error) => {
      text += String(error)
      ended(-1)
    })
  })
  const child = { pid, process: process_, output: () => text, exit }
  return {
    ...child,
    line: (pattern, within) => awaitLine(child, pattern, within),
    stop: (signal = 'SIGTERM', grace = 5000) => stopGroup(exit, killGroup, signal, grace),
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid === 0) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function stopGroup(
  exit: Promise<number>,
  killGroup: (signal: NodeJS.Signals) => void,
  signal: NodeJS.Signals,
  grace: number,
): Promise<number> {
  killGroup(signal)
  const insist = setTimeout(() => killGroup('SIGKILL'), grace)
  const code = await exit
  clearTimeout(insist)
  killGroup('SIGKILL')
  return code
}

function awaitLine(child: Pick<Child, 'process' | 'output' | 'exit'>, pattern: RegExp, within: number): Promise<RegExpMatchArray> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why} before ${pattern} was seen:\n${child.output().slice(-2000)}`))
    const timer = setTimeout(() => fail(`${within} ms passed`), within)
    const look = () => {
      const match = child
        .output()
        .split('\n')
        .map((line) => line.match(pattern))
        .find(Boolean)
      if (!match) return
      clearTimeout(timer)
      resolve(match)
    }
    child.process.stdout?.on('data', look)
    child.process.stderr?.on('data', look)
    child.exit.then((code) => {
      clearTimeout(timer)
      look()
      fail(`it ended with ${code}`)
    }, reject)
    look()
  })
}
