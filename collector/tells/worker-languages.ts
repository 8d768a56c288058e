import { seen, unsupported } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** The preferred languages inside a worker are others. */
export const workerLanguages: Tell = {
  id: 'tell.worker-languages',
  async observe(page) {
    const languages = (await page.worker)?.languages
    return languages ? seen(languages !== navigator.languages.join()) : unsupported
  },
}
