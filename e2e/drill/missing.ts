import type { Need } from './job.js'
import { plain } from './plain.js'

/** What the bundle of a driver needs, of the error that its import ended with. */
export function missingIn(error: unknown): Need {
  const { code, message } = error as NodeJS.ErrnoException
  const name = code === 'ERR_MODULE_NOT_FOUND' ? /Cannot find package '([^']+)'/.exec(message)?.[1] : undefined
  return name ? { npm: name } : { said: plain(message) }
}
