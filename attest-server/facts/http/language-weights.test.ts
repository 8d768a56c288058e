import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { stockChromium } from '../../testing/stock-headers.js'
import { languageWeights } from './language-weights.js'

const observe = (languages: string) => languageWeights.observe(rawRequest({ ...stockChromium, 'accept-language': languages }))

describe('http.language-weights', () => {
  it.each(Object.entries(people))('is content with %s', (_, headers) => {
    expect([seen(0), unsupported]).toContainEqual(languageWeights.observe(rawRequest(headers)))
  })

  it('knows Chrome’s steps of a tenth, however many languages', () => {
    for (const list of [
      'de',
      'ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7',
      `en${[9, 8, 7, 6, 5, 4, 3, 2, 1, 1, 1].map((q) => `,fr;q=0.${q}`).join('')}`,
    ]) {
      expect(observe(list), list).toEqual(seen(0))
    }
  })

  it('sees another browser’s weights under Chrome’s name', () => {
    for (const list of ['en-US,en;q=0.5', 'de,en-US;q=0.7,en;q=0.3']) expect(observe(list)).toEqual(seen(1))
  })
})
