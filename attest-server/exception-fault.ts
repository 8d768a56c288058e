import type { Fault } from './core/fault.js'
import type { Log } from './routes/http/log.js'
import { StoreUnavailable } from './stores/ports.js'

/** Longer than names are. */
const LONG = 32
const isOurs = (word: string): boolean => word.length < LONG && !/[\d@]/.test(word)

/**
 * A message of an exception, without what it says of the request: messages of packages and databases quote what somebody sent, or end with it.
 * What stands before the first quote is theirs; of that, words with digits may be addresses, and long ones tokens.
 */
function said(message: string): string {
  const [own = ''] = message.slice(0, 200).split(/["'`“‘]/, 1)
  return own
    .split(' ')
    .map((word) => (isOurs(word) ? word : '…'))
    .join(' ')
    .trim()
}

/** Where it was thrown: a file's name with line and column. */
function placeOf({ stack = '', message }: Error): string | undefined {
  const [, first] = stack.replace(message, '').split('\n    at ')
  return first?.slice(first.lastIndexOf('/') + 1).replace(')', '')
}

/** @returns what is the matter, for the public; the log gets the rest. A store that does not answer is no bug. */
export function exceptionFault(error: Error, requestId: string, log: Log): Fault {
  const isUnavailable = error instanceof StoreUnavailable
  const cause = isUnavailable && error.cause instanceof Error ? error.cause : error
  const at = placeOf(cause)
  log.error(isUnavailable ? 'store-unavailable' : 'bug', {
    request: requestId,
    error: error.name,
    message: said(cause.message),
    ...(at === undefined ? {} : { at }),
  })
  return isUnavailable ? { code: 'unavailable', retryAfter: 1 } : { code: 'internal' }
}
