import { seen, unsupported } from '../../shared/observation.js'
import type { Tell } from './tell.js'

const base = (tag: string) => tag.split('-')[0]

/** The browser formats dates in a language that the user does not list. People can arrange that, too, hence a small weight. */
export const languageLocale: Tell = {
  id: 'tell.language-locale',
  observe() {
    const { locale } = Intl.DateTimeFormat().resolvedOptions()
    if (!navigator.languages?.length || !locale) return unsupported
    return seen(!navigator.languages.some((language) => base(language) === base(locale)))
  },
}
