import { type Child, startChild } from '../machine/child.js'
import { requireTool } from '../machine/tools.js'

/** Starts a window manager: without one no window takes the focus. @param display `:NN` */
export const manageWindows = (display: string): Child =>
  startChild(requireTool('openbox'), ['--sm-disable'], { env: { ...process.env, DISPLAY: display } })
