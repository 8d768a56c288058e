import type { Attestation } from '../attest/attestation.js'

const ATTRIBUTE = 'data-vouchsafe-action'

/**
 * Tells the page: `<html data-vouchsafe-action>` once an action is known, and the event `vouchsafe:verdict` on `document`.
 * @returns false where the page has prevented the event: it deals with this verdict itself
 */
export function publish(attestation: Attestation): boolean {
  if (attestation.token) document.documentElement.setAttribute(ATTRIBUTE, attestation.action)
  // A page's listener that throws is reported by the browser and does not come back here.
  return document.dispatchEvent(new CustomEvent('vouchsafe:verdict', { detail: attestation, cancelable: true }))
}

export const unpublish = (): void => document.documentElement.removeAttribute(ATTRIBUTE)
