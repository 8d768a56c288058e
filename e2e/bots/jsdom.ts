import { webcrypto } from 'node:crypto'
import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom'
import type { Bot, Site } from '../support/driver.js'
import { emulatedRobot, postForm } from '../support/robots/emulated-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** A browser made of JavaScript that runs the page's scripts, the collector's too. What it lacks is lent to it. */
export const jsdom: Bot = {
  name: 'jsdom',
  kind: 'bot',
  hook: 'no browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const { window } = await JSDOM.fromURL(site.url, {
      runScripts: 'dangerously',
      resources: 'usable',
      pretendToBeVisual: true,
      virtualConsole: new VirtualConsole(),
      beforeParse: (window) => lend(window, site),
    })
    window.addEventListener('submit', (event) => {
      if (!event.defaultPrevented) void postForm(window, event.target as HTMLFormElement, site)
    })
    return signUpBy(
      emulatedRobot(window, async () => window.close()),
      site,
    )
  },
}

/** Network, cryptography and message channels of Node, and the one interface without which the collector does not begin. */
function lend(window: DOMWindow, site: Site): void {
  const origin = new URL(site.url).origin
  const lentFetch = (url: string, { method = 'GET', body = null }: RequestInit = {}) =>
    fetch(new URL(url, site.url), { method, body: body && String(body), headers: { origin } })
  const PointerEvent = class extends window.MouseEvent {}
  Object.assign(window, { fetch: lentFetch, MessageChannel, PointerEvent, TextEncoder, TextDecoder })
  Object.defineProperty(window, 'crypto', { value: webcrypto })
}
