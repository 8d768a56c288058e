import { seen, unsupported } from '../../shared/observation.js'
import { claimsOf, type System } from './probe/claims.js'
import { clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

/** A phone that asks for desktop pages says Linux in the one place and Android in the other. */
const families: Readonly<Record<System, RegExp>> = {
  windows: /Windows/,
  mac: /mac/i,
  ios: /iOS|mac/i,
  linux: /Linux|Android|Chrom/,
  android: /Linux|Android|Chrom/,
}

/** The user agent string and the client hints name different operating systems. */
export const clientHintsPlatform: Tell = {
  id: 'tell.client-hints-platform',
  observe() {
    const hinted = clientHints()?.platform
    const { system } = claimsOf(navigator.userAgent)
    return hinted && system ? seen(!families[system].test(hinted)) : unsupported
  },
}
