import { seen, unsupported } from '../../shared/observation.js'
import { type System, systemOf } from './probe/claims.js'
import { clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

/** A phone that asks for desktop pages says Linux in the one place and Android in the other. */
const usual: Readonly<Record<System, RegExp>> = {
  windows: /Windows/,
  mac: /mac/i,
  ios: /iOS|mac/i,
  linux: /Linux|Android|Chrom/,
  android: /Linux|Android|Chrom/,
}

/** The user agent string and the client hints name different operating systems. */
export const hintsPlatform: Tell = {
  id: 'tell.hints-platform',
  observe() {
    const hinted = clientHints()?.platform
    const system = systemOf(navigator.userAgent)
    return hinted && system ? seen(!usual[system].test(hinted)) : unsupported
  },
}
