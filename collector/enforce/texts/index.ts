import { ar } from './ar.js'
import { de } from './de.js'
import { en } from './en.js'
import { es } from './es.js'
import { fr } from './fr.js'
import { it } from './it.js'
import { ja } from './ja.js'
import { pt } from './pt.js'
import { ru } from './ru.js'
import type { Texts } from './texts.js'
import { zh } from './zh.js'

/**
 * Every language of the screens, by its primary subtag: a file, and its line here. One script holds them all, 0.6 KB each: one more request
 * for the words alone would keep the visitor waiting before an empty card, and need a hash of its own for each language.
 */
export const languages: Readonly<Record<string, Texts>> = { en, de, fr, es, pt, it, ru, zh, ja, ar }
