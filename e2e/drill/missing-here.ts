import { fileURLToPath } from 'node:url'
import { findTool, type ToolName } from '../support/machine/tools.js'
import { hasDisplay } from './open-display.js'
import { type Remedy, remedyFor } from './remedies.js'

/** What a bot is made of, besides our own code: packages of npm, and programs. */
export interface Ingredients {
  readonly packages: readonly string[]
  readonly programs: readonly ToolName[]
}

/** The first thing that a bot needs and this machine lacks, and the command that brings it; undefined where all is here. Starts nothing. */
export function missingHere({ packages, programs }: Ingredients, environment: NodeJS.ProcessEnv): Remedy | undefined {
  const npm = packages.find((name) => !isInstalled(name))
  if (npm) return remedyFor({ npm })
  const program = programs.find((name) => (name === 'Xvfb' ? !hasDisplay(environment) : !findTool(name)))
  return program && remedyFor({ program })
}

/** Looked up, not loaded: some take a second. */
function isInstalled(name: string): boolean {
  try {
    return fileURLToPath(import.meta.resolve(name)) !== ''
  } catch {
    return false
  }
}
