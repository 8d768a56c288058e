import type { ToolName } from '../support/machine/tools.js'
import type { Need } from './job.js'

/** Packages of Debian and Ubuntu that bring a program. */
const DEBIAN: Readonly<Partial<Record<ToolName, string>>> = {
  chromium: 'chromium',
  'chromium-headless-shell': 'chromium-headless-shell',
  chromedriver: 'chromium-driver',
  'firefox-esr': 'firefox-esr',
  Xvfb: 'xvfb openbox xdotool',
  openbox: 'openbox',
  xdotool: 'xdotool',
}

/** All that a driver may need besides its package. */
export const PROGRAMS = Object.keys(DEBIAN) as readonly ToolName[]

export interface Remedy {
  readonly what: string
  /** The command that brings it; undefined where there is none to name. */
  readonly command?: string
}

/** Says what is missing, and how to get it. */
export function remedyFor(need: Need): Remedy {
  if ('npm' in need) return { what: `the package ${need.npm}`, command: `npm install --save-dev ${need.npm}` }
  if ('said' in need) return { what: need.said }
  const packages = DEBIAN[need.program]
  return { what: `the program ${need.program}`, ...(packages && { command: `sudo apt-get install ${packages}` }) }
}
