import type { Fault } from '../../core/fault.js'
import type { Rejection } from '../../core/rejection.js'

/** What the strict parsers refuse, in the words of all surfaces. */
export function rejectionFault(rejection: Rejection): Fault {
  switch (rejection.reason) {
    case 'media-type':
      return { code: 'unsupported-media-type', detail: `Send ${rejection.wanted.join(' or ')}, in UTF-8 and not compressed.` }
    case 'body-too-large':
      return { code: 'too-large', detail: `At most ${rejection.most} bytes.` }
    case 'json-too-deep':
      return { code: 'malformed', detail: 'The JSON is nested too deeply.' }
    case 'json-forbidden-key':
      return { code: 'malformed', detail: 'The JSON has a name that is not allowed.' }
    default:
      return { code: 'malformed', detail: 'The body cannot be read.' }
  }
}
