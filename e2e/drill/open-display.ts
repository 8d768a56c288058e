import { type Display, startDisplay } from '../support/desk/display.js'
import { findTool, type ToolName } from '../support/machine/tools.js'

/** What a screen of our own takes. */
const DISPLAY_TOOLS: readonly ToolName[] = ['Xvfb', 'openbox', 'xdotool']

/** Whether there is, or can be, a screen for windows. */
export const hasDisplay = ({ DISPLAY }: NodeJS.ProcessEnv): boolean => Boolean(DISPLAY) || DISPLAY_TOOLS.every((tool) => findTool(tool))

/** A screen of our own, else the user's. */
export async function openDisplay({ DISPLAY }: NodeJS.ProcessEnv): Promise<Display | undefined> {
  if (DISPLAY_TOOLS.every((tool) => findTool(tool))) return startDisplay()
  return DISPLAY ? { name: DISPLAY, stop: async () => undefined } : undefined
}
