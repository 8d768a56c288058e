import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Builder } from 'selenium-webdriver'
import { Options, ServiceBuilder } from 'selenium-webdriver/chrome.js'
import type { Bot, Outcome, Site } from '../support/driver.js'
import { startChild } from '../support/machine/child.js'
import { onDisplay, quietFlags, withTemporaryFolder } from '../support/machine/chromium.js'
import { freePort } from '../support/machine/free-port.js'
import { requireTool } from '../support/machine/tools.js'
import { signUpBy } from '../support/robots/robot.js'
import { webdriverRobot } from '../support/robots/webdriver-robot.js'

/**
 * What undetected-chromedriver does: a copy of chromedriver whose injected names are overwritten, attached to a window that was
 * started without any automation flag, on a port of its own choice.
 */
export const undetectedChromedriver: Bot = {
  name: 'undetected-chromedriver',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  run: (site) => withTemporaryFolder((folder) => attach(site, patchedDriver(folder))),
}

async function attach(site: Site, chromedriver: string): Promise<Outcome> {
  const port = await freePort()
  const flags = [`--remote-debugging-port=${port}`, '--remote-debugging-host=127.0.0.1', '--start-maximized', '--log-level=0']
  const browser = startChild(requireTool('chromium'), [...quietFlags(site.folder), ...flags], { env: onDisplay(site.display) })
  try {
    await browser.line(/DevTools listening/, 30_000)
    const options = new Options().debuggerAddress(`127.0.0.1:${port}`) as Options
    const service = new ServiceBuilder(chromedriver)
    const driver = await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build()
    return await signUpBy(webdriverRobot(driver), site)
  } finally {
    await browser.stop()
  }
}

/** The block that leaves `cdc_…` names on the window becomes an idle one of the same length, as undetected-chromedriver patches it. */
function patchedDriver(folder: string): string {
  const program = readFileSync(requireTool('chromedriver')).toString('latin1')
  const injected = /\{window\.cdc.*?;\}/s
  if (!injected.test(program)) throw new Error('This chromedriver has no block of the kind that undetected-chromedriver patches.')
  const patched = program.replace(injected, (block) => '{console.log("undetected chromedriver 1337!")}'.padEnd(block.length))
  const path = join(folder, 'chromedriver')
  writeFileSync(path, Buffer.from(patched, 'latin1'))
  chmodSync(path, 0o755)
  return path
}
