import type { Attestation } from '../attest/attestation.js'
import type { Collector } from '../collector.js'
import { publishAsDetectip } from './publish-as-detectip.js'
import { keepToken } from './token-cookie.js'

const tell = (attestation: Attestation): boolean => {
  // Before the event: whoever hears it may send a request at once, and with it the cookie.
  if (attestation.session) keepToken(attestation.session)
  return publishAsDetectip(attestation)
}

/** Says each verdict of the page's collector in detectip's words as well. Where the first came before us, it is said now. */
export function startDetectip(): void {
  document.addEventListener('vouchsafe:verdict', (event) => {
    if (!tell((event as CustomEvent<Attestation>).detail)) event.preventDefault()
  })
  const known = (window as Window & { vouchsafe?: Collector }).vouchsafe?.verdict?.()
  if (known) tell(known)
}
