import { spawnSync } from 'node:child_process'
import { type Child, startChild } from '../machine/child.js'
import { requireTool } from '../machine/tools.js'
import { pause } from '../robots/robot.js'

/** Of a busy machine, in ms. */
const START_LIMIT = 15_000

/**
 * Starts a window manager, and resolves when it manages: without one no window takes the focus, also not one that was there before it.
 * @param display `:NN`
 * @throws when it does not manage in time
 */
export async function manageWindows(display: string): Promise<Child> {
  const env = { ...process.env, DISPLAY: display }
  const manager = startChild(requireTool('openbox'), ['--sm-disable'], { env })
  // It names the current desktop once it has taken over.
  const manages = () => spawnSync(requireTool('xdotool'), ['get_desktop'], { env, stdio: 'ignore', timeout: 2000 }).status === 0
  for (const deadline = Date.now() + START_LIMIT; !manages(); await pause(50)) {
    if (Date.now() < deadline) continue
    await manager.stop()
    throw new Error(`no window manager on ${display} after ${START_LIMIT} ms`)
  }
  return manager
}
