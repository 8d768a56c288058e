import { detectipBand, detectipScore } from '../../shared/wire/detectip.js'
import type { Attestation } from '../attest/attestation.js'

/**
 * The event `botd:verdict` on `document` (DIP-11), for every verdict. Made of what a page is told anyway: which rule was hit, and whether one
 * was, is for backends.
 * @returns false where the page has prevented it: it deals with this verdict itself
 */
export function publishAsDetectip({ session, score, action }: Attestation): boolean {
  if (score === undefined) return true
  const shown = detectipScore(score)
  const detail = { token: session, score: shown, band: detectipBand(shown), action }
  return document.dispatchEvent(new CustomEvent('botd:verdict', { bubbles: true, cancelable: true, detail }))
}
