import { ar } from './ar.js'
import { de } from './de.js'
import { en } from './en.js'
import { es } from './es.js'
import { fr } from './fr.js'
import { ja } from './ja.js'
import type { Texts } from './texts.js'

/** Every language of the screens, by its primary subtag. */
export const languages: Readonly<Record<string, Texts>> = { en, de, fr, es, ja, ar }
