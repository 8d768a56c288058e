import { type Browser, chromium } from 'playwright'
import { sandboxFlags } from '../../support/machine/chromium.js'
import { requireTool } from '../../support/machine/tools.js'
import type { Attacker, Loot, Target } from '../harness/attacker.js'
import { briefVisit } from '../means/trace-visit.js'

/** As a window says it, without the word that a browser without one adds. */
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const WITHIN = 20_000

/**
 * Runs before the page's own scripts. Whatever the collector sees, its claims go to where they are signed by one of these functions, from which they
 * come out as constants.
 */
function tamper(constants: object): void {
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(changed)
    if (Object.prototype.toString.call(value) !== '[object Object]') return value
    const copy = Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, changed(part)]))
    return 'eat_nonce' in copy ? { ...copy, ...constants } : copy
  }
  for (const { prototype } of [Worker, MessagePort]) {
    const { postMessage } = prototype
    prototype.postMessage = function (this: Worker & MessagePort, message: unknown, ...rest: never[]) {
      postMessage.call(this, changed(message), ...rest)
    }
  }
}

/** A new profile for each try, so that there is a new key. The collector, its worker and its requests are its own. */
async function attempt(browser: Browser, target: Target, constants: object): Promise<Loot> {
  const context = await browser.newContext({ userAgent: USER_AGENT })
  try {
    await context.addInitScript(tamper, constants)
    const page = await context.newPage()
    await page.goto(target.origin, { waitUntil: 'load' })
    const answer = await page.waitForFunction(
      () => (window as { attestation?: { status: string; token?: string } }).attestation,
      undefined,
      {
        timeout: WITHIN,
      },
    )
    const { status, token } = (await answer.jsonValue())!
    return { token, end: status }
  } finally {
    await context.close()
  }
}

export const tamperedCollector: Attacker = {
  name: 'tampered-collector',
  does: 'drives a headless Chromium with our own collector, whose words it replaces before they are signed, by others each time that are too few to be asked for more',
  inBrowser: true,
  residual: {
    why: 'the collector runs on the attacker’s machine: what it says is what they let it say. Each verdict takes a browser’s work and a new profile',
    most: 1,
    least: { seconds: 0.1 },
  },
  // Each takes a second or two.
  mostTries: 20,
  atOnce: 1,
  async start(target) {
    const browser = await chromium.launch({ executablePath: requireTool('chromium'), args: sandboxFlags() })
    const constants = (n: number): object => {
      const { summary, backing } = briefVisit(`tampered ${n}`, target.meter)
      return { ...summary, trace: backing?.('').trace }
    }
    return { attempt: (n) => attempt(browser, target, constants(n)), stop: () => browser.close() }
  },
}
