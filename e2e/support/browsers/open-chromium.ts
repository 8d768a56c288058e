import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onWayland, type Start } from '../desk/on-wayland.js'
import { type Child, startChild } from '../machine/child.js'
import { quietFlags } from '../machine/chromium.js'
import { repoRoot, requireTool } from '../machine/tools.js'
import type { ChromiumSetup, Opening } from './browser.js'

const PLACE = ['--window-position=20,10', '--window-size=1400,860']
/** There, the compositor places windows. */
const ON_WAYLAND = ['--ozone-platform=wayland', '--start-maximized']

/** A stock Chromium with a profile that says what the set-up says. */
export function openChromium({ flags = [], preferences, extensions = [], wayland = false }: ChromiumSetup, opening: Opening): Child {
  const { display, folder, url, environment } = opening
  if (preferences) {
    mkdirSync(join(folder, 'Default'), { recursive: true })
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  }
  const args = [...quietFlags(folder), ...(wayland ? ON_WAYLAND : PLACE), ...extensionFlags(extensions), ...flags, url]
  const chromium = requireTool('chromium')
  const start: Start = wayland ? onWayland(folder, chromium, args) : { command: chromium, args, environment: {} }
  return startChild(start.command, start.args, { env: { ...process.env, ...environment, ...start.environment, DISPLAY: display } })
}

/** Unpacked ones, as their authors load them: by the command line, which Chromium only takes with this feature off. */
function extensionFlags(names: readonly string[]): string[] {
  if (names.length === 0) return []
  const folders = names.map((name) => join(repoRoot, 'e2e', 'support', 'extensions', name))
  return ['--disable-features=DisableLoadExtensionCommandLineSwitch', `--load-extension=${folders.join(',')}`]
}
