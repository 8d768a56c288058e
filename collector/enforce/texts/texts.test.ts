import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chooseLanguage } from './choose-language.js'
import { en } from './en.js'
import { languages } from './index.js'

describe('the texts', () => {
  it('are all listed', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => /^[a-z]{2}\.ts$/.test(name))
    expect(Object.keys(languages).sort()).toEqual(files.map((name) => name.slice(0, 2)).sort())
  })

  it.each(Object.entries(languages))('%s say everything, in words of their own', (code, texts) => {
    expect(Object.keys(texts)).toEqual(Object.keys(en))
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim().length, key).toBeGreaterThan(0)
      if (code !== 'en' && key !== 'direction') expect(text, key).not.toBe(en[key as keyof typeof en])
    }
  })

  it('run from right to left in Arabic only', () => {
    expect(Object.entries(languages).filter(([, texts]) => texts.direction === 'rtl')).toEqual([['ar', languages.ar]])
  })
})

describe('chooseLanguage', () => {
  it.each([
    [['de-CH'], 'de'],
    [['AR'], 'ar'],
    [['pt-BR', 'es-419'], 'es'],
    [['', null, undefined, 'ja_JP'], 'ja'],
    [['tlh'], 'en'],
    [['constructor', '__proto__'], 'en'],
    [[], 'en'],
  ])('serves %j with %s', (wishes, language) => {
    expect(chooseLanguage(wishes)).toBe(language)
  })
})
