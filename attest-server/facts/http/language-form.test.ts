import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { describedRequest, rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { stockChromium } from '../../testing/stock-headers.js'
import { languageForm } from './language-form.js'

const observe = (value: string) => languageForm.observe(rawRequest({ ...stockChromium, 'accept-language': value }))

describe('http.language-form', () => {
  it.each(Object.entries(people))('is content with %s', (_, headers) => {
    expect([seen(0), unsupported]).toContainEqual(languageForm.observe(rawRequest(headers)))
  })

  it('reads all that languages are called', () => {
    for (const list of ['zh-Hant-TW,zh;q=0.9', 'sr-Latn-RS', 'de, en-us;q=0.80, *;q=0.5', 'es-419,es;q=0.9', 'en;Q=0.5']) {
      expect(observe(list), list).toEqual(seen(0))
    }
  })

  it('tells missing, a library’s star, and what is no list apart', () => {
    expect(observe('')).toEqual(seen(1))
    expect(observe('*')).toEqual(seen(2))
    for (const list of ['en_US', 'english please', 'en-US;q=2', 'en;q=0.3,de;q=0.9', ',', `${'en,'.repeat(60)}en`, 'a'.repeat(5000)]) {
      expect(observe(list), list.slice(0, 20)).toEqual(seen(3))
    }
  })

  it('says nothing where nobody told', () => {
    expect(languageForm.observe(describedRequest({ 'user-agent': stockChromium['user-agent']! }))).toEqual(unsupported)
    expect(languageForm.observe(rawRequest({ 'user-agent': 'curl/8.5.0' }))).toEqual(unsupported)
  })
})
