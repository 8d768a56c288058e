import { afterEach, describe, expect, it, vi } from 'vitest'
import { startSensing } from './start-sensing.js'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

async function load(window: object): Promise<object> {
  vi.stubGlobal('window', window)
  await import('./index.js')
  return window
}

describe('the script of the senses', () => {
  it('is found although an element of the page has its id', async () => {
    const window = await load(Object.create({ vouchsafeSenses: 'an element' }))
    expect(Object.hasOwn(window, 'vouchsafeSenses')).toBe(true)
    expect((window as { vouchsafeSenses: object }).vouchsafeSenses).toBeTypeOf('function')
  })

  it('stays where it was loaded before', async () => {
    expect(await load({ vouchsafeSenses: startSensing })).toEqual({ vouchsafeSenses: startSensing })
  })
})
