import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import { parseJa4 } from '../../network/tls/parse-ja4.js'
import { tlsStackOf } from '../../network/tls/tls-stacks.js'
import type { Fact } from '../fact.js'

/**
 * 0: speaks TLS as browsers do · 1: as a well-known library does. Unsupported for all that is not known. Some antivirus programs and companies'
 * filters open the connection themselves, with such a library: then a person's browser is 1.
 */
export const tlsLibrary = {
  id: 'net.tls-library',
  observe({ http: { ja4, tls } }): Observation {
    const parsed = parseJa4(ja4)
    const stack = parsed && tlsStackOf(parsed, tls?.shape)
    return stack === undefined ? unsupported : seen(stack.kind === 'library' ? 1 : 0)
  },
} as const satisfies Fact
