import { afterEach, describe, expect, it, vi } from 'vitest'

/** A copy of the module, as a page has it that loaded the collector once more. */
async function freshCopy(): Promise<(url: string) => string> {
  vi.resetModules()
  return (await import('./trusted-url.js')).trustedUrl
}

afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(globalThis, Symbol.for('vouchsafe.trusted-types'))
})

describe('trustedUrl', () => {
  it('gives the address as it is where the browser has no Trusted Types', async () => {
    expect((await freshCopy())('/w.js')).toBe('/w.js')
  })

  it('makes the policy once for the page, however many copies of the collector it has', async () => {
    const createPolicy = vi.fn((_name: string, rules: { createScriptURL(url: string): string }) => ({
      createScriptURL: (url: string) => `trusted:${rules.createScriptURL(url)}`,
    }))
    vi.stubGlobal('trustedTypes', { createPolicy })
    expect((await freshCopy())('/a.js')).toBe('trusted:/a.js')
    expect((await freshCopy())('/b.js')).toBe('trusted:/b.js')
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['vouchsafe'])
  })

  it('lets the refusal of a policy through, so that the caller takes another way', async () => {
    vi.stubGlobal('trustedTypes', {
      createPolicy: () => {
        throw new TypeError('disallowed')
      },
    })
    const trustedUrl = await freshCopy()
    expect(() => trustedUrl('/a.js')).toThrow('disallowed')
  })
})
