import { describe, expect, it } from 'vitest'
import { tellsOf } from './tells-of.js'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

describe('what a fingerprint says', () => {
  it('is nothing where it says nothing', () => {
    expect(tellsOf({})).toEqual({})
    expect(tellsOf({ webdriver: 'false', userAgent: 7, globals: 'cdc_' })).toEqual({})
  })

  it('is read from any spelling, and from the objects that browsers have', () => {
    for (const data of [{ webdriver: true }, { navigator: { webdriver: true } }, { WebDriver: true }])
      expect(tellsOf(data)).toEqual({ 'tell.webdriver': true })
    expect(tellsOf({ screen: { width: 800, height: 600, avail_width: 1024 } })).toEqual({ 'tell.posted-screen': true })
  })

  it('speaks for nobody’s automation in a browser as people have it', () => {
    const plain = {
      webdriver: false,
      userAgent: CHROME,
      platform: 'Win32',
      language: 'de-DE',
      languages: ['de-DE', 'en'],
      maxTouchPoints: 0,
    }
    const { 'tell.posted-touchless': touchless, ...others } = tellsOf({ ...plain, globals: ['jQuery'], cdp: false, nativesPatched: [] })
    expect(touchless).toBe(true)
    expect(Object.values(others).filter((value) => Number(value) > 0)).toEqual([])
  })

  it.each([
    [{ userAgent: CHROME.replace('Chrome', 'HeadlessChrome') }, 'tell.headless'],
    [{ userAgent: 'python-requests/2.32' }, 'tell.declared'],
    [{ userAgent: CHROME, platform: 'Linux x86_64' }, 'tell.platform'],
    [{ globals: ['cdc_adoQpoasnfa76pfcZLmcfl_Array'] }, 'tell.chromedriver-globals'],
    [{ globals: ['__playwright__binding__'] }, 'tell.automation-bindings'],
    [{ globals: ['callPhantom'] }, 'tell.driver-globals'],
    [{ cdp_detected: true }, 'tell.runtime-enabled'],
    [{ natives_patched: ['navigator.permissions.query'] }, 'tell.posted-natives'],
    [{ language: 'en-US', languages: ['fr'] }, 'tell.posted-language'],
    [{ webgl_renderer: 'Google SwiftShader' }, 'tell.software-graphics'],
  ])('of %j is %s', (data, id) => {
    expect(Number(tellsOf(data)[id])).toBeGreaterThan(0)
  })

  it('takes a phone called CUBOT for no bot', () => {
    expect(tellsOf({ userAgent: 'Mozilla/5.0 (Linux; Android 13; CUBOT X18) Mobile' })['tell.declared']).toBe(false)
  })

  it('is bounded, and reaches no prototype', () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`key${i}`, { a: 'x'.repeat(50) }]))
    expect(tellsOf({ ...wide, webdriver: true })).toEqual({})
    expect(tellsOf(JSON.parse('{"__proto__":{"webdriver":true}}'))).toEqual({})
  })
})
