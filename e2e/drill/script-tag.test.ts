import { describe, expect, it } from 'vitest'
import { findScriptTag } from './script-tag.js'

const base = new URL('https://shop.example/sign-up')

describe('the script tag of a page', () => {
  it('names the project and the server', () => {
    const html =
      '<script src="/app.js"></script><script\n src="https://attest.shop.example/collector.js" data-key="pk_shop" async></script>'
    expect(findScriptTag(html, base)).toEqual({ siteKey: 'pk_shop', attest: 'https://attest.shop.example' })
  })
  it('may be written in other ways', () => {
    expect(findScriptTag("<script data-key=pk_live_a SRC='/vouchsafe/collector.js'></script>", base)?.attest).toBe('https://shop.example')
    const apart = '<script data-key="pk_a" data-endpoint="https://b.example/x" src="/c.js"></script>'
    expect(findScriptTag(apart, base)?.attest).toBe('https://b.example')
  })
  it.each(['<!-- TAG -->', '<!--\n-- TAG --!>', '<!-- > TAG -> -->'])('is not one that is commented out: %s', (comment) => {
    const other = '<script src="https://other.example/collector.js" data-key="pk_other"></script>'
    const real = '<script src="/collector.js" data-key="pk_shop"></script>'
    expect(findScriptTag(comment.replace('TAG', other) + real, base)).toEqual({ siteKey: 'pk_shop', attest: 'https://shop.example' })
    expect(findScriptTag(real + comment.replace('TAG', other), base)?.siteKey).toBe('pk_shop')
    expect(findScriptTag(`<!-- ${other}`, base)).toBeUndefined()
  })
  it('comes after comments that end at once', () => {
    for (const comment of ['<!-->', '<!--->', '<!---->'])
      expect(findScriptTag(`${comment}<script src="/collector.js" data-key="pk_shop"></script>`, base)?.siteKey).toBe('pk_shop')
  })
  it('is not there in a page without one, or where it names no server', () => {
    expect(findScriptTag('<p data-key="pk_shop">text</p><script src="/app.js"></script>', base)).toBeUndefined()
    expect(findScriptTag('<script data-key="pk_a" src="javascript:alert(1)"></script>', base)).toBeUndefined()
  })
})
