import { ANSWER_WITHIN, type Site } from '../driver.js'
import { pause, poll, type Robot } from './robot.js'

/** The window of a browser that is made of JavaScript. */
export type EmulatedWindow = Window & typeof globalThis

/** What a program does in an emulated window whose page has been opened already: it calls the page's own objects. */
export function emulatedRobot(window: EmulatedWindow, close: () => Promise<void>): Robot {
  const { document } = window
  return {
    open: async () => {
      for (let i = 0; i < 50 && document.readyState !== 'complete'; i++) await pause(100)
    },
    action: (within) => poll(async () => document.documentElement.dataset.vouchsafeAction, within),
    scroll: async () => {
      window.dispatchEvent(new window.Event('scroll'))
    },
    async type(selector, text) {
      const field = document.querySelector<HTMLInputElement>(selector)!
      field.focus()
      field.value = text
      field.dispatchEvent(new window.Event('input', { bubbles: true }))
    },
    click: async (selector) => document.querySelector<HTMLButtonElement>(selector)?.click(),
    evaluate: async (expression) => window.eval(expression),
    screenshot: async () => undefined,
    close,
  }
}

/** An emulation does not navigate: its program sends what the form holds, and `more`. */
export async function postForm(
  window: EmulatedWindow,
  form: HTMLFormElement,
  site: Site,
  more: Record<string, string> = {},
): Promise<void> {
  const held = [...new window.FormData(form)].map(([name, value]): [string, string] => [name, String(value)])
  const body = new URLSearchParams({ ...Object.fromEntries(held), ...more })
  const headers = { origin: new URL(site.url).origin, 'user-agent': window.navigator.userAgent }
  const signal = AbortSignal.timeout(ANSWER_WITHIN)
  await fetch(new URL(form.action, site.url), { method: 'POST', headers, body, redirect: 'manual', signal })
}
