import { type Language, languages } from './texts.js'

interface Wish {
  readonly language: string
  readonly quality: number
}

function parseWish(part: string): Wish {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
  const quality = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(text)?.[1]).find((q) => q !== undefined)
  return { language: tag.trim().split('-')[0] ?? '', quality: Number(quality ?? 1) }
}

/** The first of our languages that the visitor wishes for (RFC 9110 §12.5.4), else English. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').slice(0, 512).split(',').map(parseWish)
  wishes.sort((a, b) => b.quality - a.quality)
  for (const { language, quality } of wishes) {
    const found = languages.find((ours) => ours === language)
    if (found !== undefined && quality > 0) return found
  }
  return 'en'
}
