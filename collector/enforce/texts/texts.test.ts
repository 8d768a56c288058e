import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chooseLanguage } from './choose-language.js'
import { en } from './en.js'
import { fr } from './fr.js'
import { languages } from './index.js'

describe('the texts', () => {
  it('are all listed, in the docs, too', () => {
    const page = readFileSync(new URL('../../../docs/script-tag.md', import.meta.url), 'utf8')
    expect(Object.keys(languages).join(' ')).toBe(/`data-lang` \| language of the screens: `([a-z ]+)`/.exec(page)?.[1])
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

  it.each(Object.entries(languages))('%s are marked as what they are, for voices and fonts', (code, { lang }) => {
    expect(Intl.getCanonicalLocales(lang)).toEqual([lang])
    expect(new Intl.Locale(lang).language).toBe(code)
  })

  it.each(Object.entries(languages))('%s say on the button to press again what is written on it', (code, { againBody, proceed }) => {
    const quoted = /[„«“「](.+?)[“»”」]/.exec(againBody)?.[1]
    if (quoted !== undefined) expect(quoted, code).toBe(proceed)
  })

  it('break no line before the signs that French sets apart', () => {
    expect(Object.values(fr).filter((text) => / [;:?!]/.test(text))).toEqual([])
  })

  it('run from right to left in Arabic only', () => {
    expect(Object.entries(languages).filter(([, texts]) => texts.direction === 'rtl')).toEqual([['ar', languages.ar]])
  })
})

describe('chooseLanguage', () => {
  it.each([
    [['de-CH'], 'de'],
    [['AR'], 'ar'],
    [['nl-BE', 'es-419'], 'es'],
    [['pt-PT', 'en'], 'pt'],
    [['zh-Hant-TW', 'en'], 'zh'],
    [['', null, undefined, 'ja_JP'], 'ja'],
    [['tlh'], 'en'],
    [['constructor', '__proto__'], 'en'],
    [[], 'en'],
  ])('serves %j with %s', (wishes, language) => {
    expect(chooseLanguage(wishes)).toBe(language)
  })
})
