import { describe, expect, it } from 'vitest'
import { chooseLanguage } from './choose-language.js'

describe('chooseLanguage', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['de-AT,de;q=0.9,en;q=0.5', 'de'],
    ['en;q=0.1, ja;q=0.8', 'ja'],
    ['nl-BE, es;q=0.7', 'es'],
    ['pt-PT', 'pt'],
    ['zh-TW,zh;q=0.9', 'zh'],
    ['de;q=0, fr;q=0.2', 'fr'],
    ['*', 'en'],
    ['AR-eg', 'ar'],
    [';;;,,,q=', 'en'],
  ])('chooses for %s: %s', (header, language) => {
    expect(chooseLanguage(header)).toBe(language)
  })
})
