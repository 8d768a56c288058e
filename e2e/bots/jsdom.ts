import { webcrypto } from 'node:crypto'
import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom'
import { ANSWER_WITHIN, type Bot, type Site, signUp } from '../support/driver.js'

/** A browser made of JavaScript that runs the page's scripts, the collector's too. What it lacks is lent to it. */
export const jsdom: Bot = {
  name: 'jsdom',
  kind: 'bot',
  hook: 'no browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const dom = await JSDOM.fromURL(site.url, {
      runScripts: 'dangerously',
      resources: 'usable',
      pretendToBeVisual: true,
      virtualConsole: new VirtualConsole(),
      beforeParse: (window) => lend(window, site),
    })
    try {
      return await visit(dom.window, site)
    } finally {
      dom.window.close()
    }
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

async function visit(window: DOMWindow, site: Site): Promise<{ atLoad: string | undefined }> {
  const { document } = window
  if (document.readyState !== 'complete') await new Promise((resolve) => window.addEventListener('load', resolve))
  for (let i = 0; i < 50 && !document.documentElement.dataset.vouchsafeAction; i++) await pause(100)
  const atLoad = document.documentElement.dataset.vouchsafeAction
  window.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) void post(window, event.target as HTMLFormElement, site)
  })
  enter(window, 'input[type=email]', signUp.email)
  enter(window, 'input[type=password]', signUp.password)
  document.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
  await site.answer(ANSWER_WITHIN)
  return { atLoad }
}

function enter(window: DOMWindow, selector: string, text: string): void {
  const field = window.document.querySelector<HTMLInputElement>(selector)!
  field.focus()
  field.value = text
  field.dispatchEvent(new window.Event('input', { bubbles: true }))
}

/** jsdom does not navigate: its program sends what the form holds. */
async function post(window: DOMWindow, form: HTMLFormElement, site: Site): Promise<void> {
  const fields = [...new window.FormData(form)].map(([name, value]): [string, string] => [name, String(value)])
  const headers = { origin: new URL(site.url).origin, 'user-agent': window.navigator.userAgent }
  await fetch(form.action, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' })
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
