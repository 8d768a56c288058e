import { languages } from './index.js'

/**
 * @param wishes BCP 47 tags, the most wanted first; `de-CH` is served by `de`
 * @returns the primary subtag of the first that there are texts for, else `en`
 */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): string {
  for (const wish of wishes) {
    const [primary] = (wish ?? '').toLowerCase().split(/[-_]/)
    if (primary && Object.keys(languages).includes(primary)) return primary
  }
  return 'en'
}
