import { afterEach, describe, expect, it, vi } from 'vitest'
import { watchDriverCalls } from './driver-calls.js'

/** Stacks as the drivers leave them (Chromium 156), below the listener's own line. */
const stacks = {
  Selenium:
    'at focus (<anonymous>:428:11)\n at apply.element-6066-11e4-a52e-4f735466cecf (<anonymous>:469:16)\n at callFunction (<anonymous>:386:22)',
  'a script by Selenium': 'at executeScript (<anonymous>:418:30)\n at <anonymous>:423:24\n at callFunction (<anonymous>:386:22)',
  Puppeteer: 'at pptr:evaluate;Object.run%20(file%3A%2F%2F%2Fbot.mjs%3A35%3A256):1:53',
  'a function of Puppeteer’s': 'at HTMLInputElement.<anonymous> (pptr:evaluateHandle;run%20(C%3A%5Cbot.mjs%3A3%3A2):1:53)',
  'Puppeteer in Firefox': 'run@pptr:evaluate;Object.run%20(file%3A%2F%2F%2Fbot.mjs%3A35%3A256):1:53',
  Playwright: 'at eval (eval at evaluate (:303:30), <anonymous>:1:1)\n at UtilityScript.evaluate (<anonymous>:305:16)',
}

const PATTERNS = [
  'pptr:mail;',
  '.element-6066-11e4',
  'at pptr:evaluate;x',
  'UtilityScript.evaluate (<anonymous>:1:1)',
  'eval at evaluate (:303:30), <anonymous>:1:1',
  'executeScript (<anonymous>:1:1)callFunction (<anonymous>:1:1)',
]

const innocent: Record<string, string> = {
  'a page': 'at focusField (https://example.org/app.js:3:14)',
  'a page with functions of these names':
    'at UtilityScript.evaluate (https://example.org/app.js:1:2)\n at executeScript (https://example.org/app.js:1:9)',
  'an extension’s function, which stands in no file': 'at executeScript (<anonymous>:1:20)',
  'an extension’s functions the other way round': 'at callFunction (<anonymous>:1:20)\n at executeScript (<anonymous>:1:20)',
  'a password manager': 'at fill (chrome-extension://abcdefghijklmnopabcdefghijklmnop/content.js:9:1)',
  'the developer tools': 'at <anonymous>:1:4',
}
for (const pattern of PATTERNS) {
  innocent[`a page with “${pattern}” in its query`] = `at focus (https://example.org/?utm_source=${pattern}:3:14)`
  innocent[`… in its fragment`.replace('…', pattern)] = `at https://example.org/#${pattern}:3:14`
  innocent[`… in its path`.replace('…', pattern)] = `at Object.focus [as x] (https://example.org/${pattern}/:3:14)`
  innocent[`… in a path of Firefox’s`.replace('…', pattern)] = `focus@https://example.org/${pattern}:3:14`
  innocent[`… in a function’s name`.replace('…', pattern)] = `at ${pattern} (https://example.org/app.js:3:14)`
  innocent[`… in a name of its scripts`.replace('…', pattern)] = `at focus (app.js?${pattern}:3:14)`
  innocent[`… in evaluated code`.replace('…', pattern)] = `at eval (eval at go (https://example.org/?${pattern}:1:2), <anonymous>:1:1)`
  innocent[`… in a frame without an address`.replace('…', pattern)] = `at focus (about:srcdoc#${pattern}:3:14)`
}

function watched() {
  const document = new EventTarget() as unknown as Document
  vi.stubGlobal('document', document)
  const stop = new AbortController()
  return { document, stop, wasCalled: watchDriverCalls(stop.signal) }
}

let read = 0
function dispatch(document: Document, type: string, stack: string) {
  class Stacked {
    get stack() {
      read++
      return `Error\n at listener (https://example.org/senses.js:1:1)\n ${stack}`
    }
  }
  vi.stubGlobal('Error', Stacked)
  document.dispatchEvent(new Event(type))
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('calls by a driver’s script', () => {
  it.each(Object.entries(stacks))('are seen: %s', (_, stack) => {
    const { document, wasCalled } = watched()
    expect(wasCalled()).toBe(false)
    dispatch(document, 'focusin', stack)
    dispatch(document, 'focusin', innocent['a page']!)
    expect(wasCalled()).toBe(true)
  })

  it.each(Object.entries(innocent))('are not those of %s', (_, stack) => {
    const { document, wasCalled } = watched()
    for (const type of ['focusin', 'click', 'input', 'change']) dispatch(document, type, stack)
    expect(wasCalled()).toBe(false)
  })

  it('are listened for until the end', () => {
    const { document, stop, wasCalled } = watched()
    stop.abort()
    dispatch(document, 'focusin', stacks.Puppeteer)
    expect(wasCalled()).toBe(false)
  })

  it('cost a flood of events little, and are seen after it', async () => {
    const { document, wasCalled } = watched()
    read = 0
    for (let i = 0; i < 1000; i++) dispatch(document, 'input', innocent['a page']!)
    expect(read).toBeLessThan(60)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    dispatch(document, 'input', stacks.Puppeteer)
    expect(wasCalled()).toBe(true)
  })
})
