import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { type Child, startChild } from '../support/machine/child.js'
import { MissingError, repoRoot, requireTool } from '../support/machine/tools.js'

/** What stands on a page for those who do not see it, as AT-SPI names it. */
export interface Landmark {
  readonly role: 'entry' | 'password text' | 'push button'
  /** A part of its label. */
  readonly name: string
}

/** The exit code of the script where it cannot speak with the bus. */
const NO_BINDINGS = 3

/** A screen reader's commands. They reach the browser over the accessibility bus, not as input. */
export interface ScreenReader {
  /** What the browser must be started with to be read. */
  readonly environment: NodeJS.ProcessEnv
  focus(landmark: Landmark): Promise<void>
  /** Presses it. */
  activate(landmark: Landmark): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a message bus of its own and a screen reader on it, before the browser, as people do.
 * @param folder for the bus's sockets
 * @throws MissingError where there is no AT-SPI
 */
export async function startScreenReader(folder: string): Promise<ScreenReader> {
  const own = { ...process.env, XDG_RUNTIME_DIR: folder }
  const bus = startChild(requireTool('dbus-daemon'), ['--session', '--print-address=1', '--nofork'], { env: own })
  const [address = ''] = await bus.line(/^unix:\S+/, 10_000)
  const environment = { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder, ACCESSIBILITY_ENABLED: '1' }
  const script = join(repoRoot, 'e2e', 'hands', 'screen-reader.py')
  const reader = startChild(requireTool('python3'), [script], { env: { ...process.env, ...environment }, stdio: 'pipe' })
  const stop = async () => {
    await reader.stop()
    await bus.stop()
  }
  const answer = answersOf(reader)
  const command = (what: object) => {
    ;(reader.process.stdin as Writable).write(`${JSON.stringify(what)}\n`)
    return answer()
  }
  await answer().catch(async (error) => {
    await stop()
    throw error
  })
  return {
    environment,
    focus: (landmark) => command({ do: 'focus', ...landmark }),
    activate: (landmark) => command({ do: 'activate', ...landmark }),
    stop,
  }
}

/** Each call waits for one more line. */
function answersOf(reader: Child): () => Promise<void> {
  const lines = createInterface({ input: reader.process.stdout as Readable })[Symbol.asyncIterator]()
  return async () => {
    const line = await lines.next()
    if (line.done && (await reader.exit) === NO_BINDINGS)
      throw new MissingError('Python has no bindings to D-Bus (python3-gi), which the screen reader needs.')
    if (line.done) throw new Error(`the screen reader ended: ${reader.output()}`)
    const { error } = JSON.parse(line.value) as { error?: string }
    if (error) throw new Error(error)
  }
}
