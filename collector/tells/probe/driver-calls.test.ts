import { afterEach, describe, expect, it, vi } from 'vitest'
import { wasCalledByDriver } from './driver-calls.js'

/** Stacks as the drivers leave them (Chromium 156), below the listener's own line. */
const stacks = {
  Selenium:
    'at focus (<anonymous>:428:11)\n at apply.element-6066-11e4-a52e-4f735466cecf (<anonymous>:469:16)\n at callFunction (<anonymous>:386:22)',
  'a script by Selenium': 'at executeScript (<anonymous>:418:30)\n at <anonymous>:423:24\n at callFunction (<anonymous>:386:22)',
  Puppeteer: 'at pptr:evaluate;Object.run%20(file%3A%2F%2F%2Fbot.mjs%3A35%3A256):1:53',
  Playwright: 'at eval (eval at evaluate (:303:30), <anonymous>:1:1)\n at UtilityScript.evaluate (<anonymous>:305:16)',
}

const innocent = {
  'a page': 'at focusField (https://example.org/app.js:3:14)',
  'a page with functions of these names':
    'at UtilityScript.evaluate (https://example.org/app.js:1:2)\n at executeScript (https://example.org/app.js:1:9)',
  'an extension’s function, which stands in no file': 'at executeScript (<anonymous>:1:20)',
  'a password manager': 'at fill (chrome-extension://abcdefghijklmnopabcdefghijklmnop/content.js:9:1)',
  'the developer tools': 'at <anonymous>:1:4',
}

function makeDocument() {
  const target = new EventTarget()
  return target as unknown as Document
}

function dispatch(document: Document, type: string, stack: string) {
  class Stacked {
    stack = `Error\n at listener (https://example.org/senses.js:1:1)\n ${stack}`
  }
  vi.stubGlobal('Error', Stacked)
  document.dispatchEvent(new Event(type))
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('calls by a driver’s script', () => {
  it.each(Object.entries(stacks))('are seen: %s', (_, stack) => {
    const document = makeDocument()
    expect(wasCalledByDriver(document)).toBe(false)
    dispatch(document, 'focusin', stack)
    dispatch(document, 'focusin', innocent['a page'])
    expect(wasCalledByDriver(document)).toBe(true)
  })

  it.each(Object.entries(innocent))('are not those of %s', (_, stack) => {
    const document = makeDocument()
    wasCalledByDriver(document)
    for (const type of ['focusin', 'click', 'input', 'change']) dispatch(document, type, stack)
    expect(wasCalledByDriver(document)).toBe(false)
  })

  it('are listened for once, however often it is asked', () => {
    const document = makeDocument()
    const listen = vi.spyOn(document, 'addEventListener')
    wasCalledByDriver(document)
    const { length } = listen.mock.calls
    wasCalledByDriver(document)
    expect(listen.mock.calls).toHaveLength(length)
  })
})
