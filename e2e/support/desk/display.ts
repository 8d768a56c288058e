import { type Child, startChild } from '../machine/child.js'
import { favour } from '../machine/favour.js'
import { requireTool } from '../machine/tools.js'
import { manageWindows } from './manage-windows.js'

/** A screen of its own: an X server without hardware, and a window manager on it. */
export interface Display {
  /** `:NN`, for the environment variable DISPLAY. */
  readonly name: string
  stop(): Promise<void>
}

/** Wide and high enough for a laptop's browser window with some desktop around it. */
const SCREEN = '1440x900x24'

/** Takes a free display number (`-displayfd`), so that any number can run side by side. */
export async function startDisplay(): Promise<Display> {
  const server = startChild(requireTool('Xvfb'), ['-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'])
  const [number] = await server.line(/^\d+$/, 15_000)
  const name = `:${number}`
  // It stamps the time of each input event.
  favour(server.pid)
  const manager = await manageWindows(name)
  return { name, stop: () => stopAll([manager, server]) }
}

async function stopAll(children: readonly Child[]): Promise<void> {
  for (const child of children) await child.stop()
}
