import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { requireTool } from '../machine/tools.js'

/** What starts a program, and with which environment. */
export interface Start {
  readonly command: string
  readonly args: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}

/**
 * A pointer that is where the compositor's window opens is lost on it, hence in the corner first; and keys are lost on a program that is there before
 * that window has the focus. Waits for both, unless the compositor has given up. One shell, so that both are one group of processes, and end
 * together.
 */
const BOTH = `
"$1" mousemove 1439 899
"$2" --backend=x11-backend.so --width=1400 --height=860 --use-pixman --no-config --idle-time=0 --socket="$WAYLAND_DISPLAY" &
until [ -S "$XDG_RUNTIME_DIR/$WAYLAND_DISPLAY" ]; do kill -0 $! || exit 1; sleep 0.05; done
until "$1" getactivewindow > /dev/null 2>&1; do kill -0 $! || exit 1; sleep 0.05; done
shift 2
exec "$@"
`

/**
 * Starts a program under a Wayland compositor (Weston) whose screen is a window on the display: what hands do on the display reaches the program by
 * Wayland, and its windows cannot know where they are.
 * @param folder an empty one of the visit's own
 * @throws MissingError where there is no compositor
 */
export function onWayland(folder: string, command: string, args: readonly string[]): Start {
  const runtime = join(folder, 'wayland')
  mkdirSync(runtime, { mode: 0o700 })
  const environment = { XDG_RUNTIME_DIR: runtime, WAYLAND_DISPLAY: 'wayland-visit' }
  return { command: 'sh', args: ['-c', BOTH, 'sh', requireTool('xdotool'), requireTool('weston'), command, ...args], environment }
}
