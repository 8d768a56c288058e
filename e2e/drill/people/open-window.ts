import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { QUIET } from '../../support/browsers/open-firefox.js'
import { type Child, startChild } from '../../support/machine/child.js'
import { freshFlags } from '../../support/machine/chromium.js'
import { proxyFlags, proxyPreferences } from '../../support/machine/gate.js'
import { requireTool } from '../../support/machine/tools.js'
import { withoutKeys } from '../without-keys.js'
import type { Visit } from './visits.js'

export type OpenWindow = (visit: Visit, folder: string, url: string, port: number | undefined) => Child

/**
 * Opens the page in a browser as people have it: a new profile, no debugging port, no driver, and no script of ours. Ends with whoever calls.
 *
 * @param folder an empty one, for the profile
 * @param port of a proxy on loopback; undefined: it goes as it likes
 * @throws MissingError where the program is not there
 */
export const openWindow: OpenWindow = (visit, folder, url, port) => {
  const program = requireTool(visit.program)
  const args = visit.program === 'chromium' ? prepareChromium(visit, folder, port) : prepareFirefox(visit, folder, port)
  const env = withoutKeys(process.env)
  // What a browser prints is nothing that a terminal should see.
  return startChild(program, [...args, url], { env: { ...env, MOZ_CRASHREPORTER_DISABLE: '1' }, stdio: 'ignore' })
}

function prepareChromium({ flags = [], preferences }: Visit, folder: string, port: number | undefined): string[] {
  if (preferences) {
    mkdirSync(join(folder, 'Default'), { recursive: true })
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  }
  // Chromium refuses to start its sandbox as the superuser.
  const own = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...freshFlags(folder), ...own, ...(port === undefined ? [] : proxyFlags(port)), ...flags]
}

function prepareFirefox({ preferences = {} }: Visit, folder: string, port: number | undefined): string[] {
  const all = { ...QUIET, ...preferences, ...(port === undefined ? {} : proxyPreferences(port)) }
  const lines = Object.entries(all).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  writeFileSync(join(folder, 'user.js'), lines.join(''))
  return ['--no-remote', '--new-instance', '--profile', folder]
}
