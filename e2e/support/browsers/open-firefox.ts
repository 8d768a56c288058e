import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Child, startChild } from '../machine/child.js'
import { requireTool } from '../machine/tools.js'
import type { FirefoxSetup, Opening } from './browser.js'

/** No talk to the outside, and no welcome over the page. Nothing of it can be seen by a page. */
export const QUIET: NonNullable<FirefoxSetup['preferences']> = {
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.region.update.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
}

/** Where and how large the window was left, in the form Firefox keeps it. */
const PLACE = { 'main-window': { screenX: '20', screenY: '10', width: '1400', height: '860', sizemode: 'normal' } }

/** A stock Firefox: no remote agent, no Marionette. */
export function openFirefox({ preferences = {} }: FirefoxSetup, { display, folder, url, environment }: Opening): Child {
  const lines = Object.entries({ ...QUIET, ...preferences }).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`)
  writeFileSync(join(folder, 'user.js'), `${lines.join('\n')}\n`)
  writeFileSync(join(folder, 'xulstore.json'), JSON.stringify({ 'chrome://browser/content/browser.xhtml': PLACE }))
  const args = ['--no-remote', '--new-instance', '--profile', folder, url]
  const env = { ...process.env, ...environment, DISPLAY: display, MOZ_CRASHREPORTER_DISABLE: '1' }
  return startChild(requireTool('firefox-esr'), args, { env })
}
