import type { Attestation } from '../attest/attestation.js'
import type { Enforced, EnforceOptions, VouchsafeEnforce } from './enforce.js'

type Enforce = VouchsafeEnforce['enforce']
type Attest = Parameters<Enforce>[1]

/** One screen at a time, however many of the page's actions wait for it. Never rejects, unless `attest` does. */
export function createEnforcer(show: VouchsafeEnforce['show']): Enforce {
  let showing: Promise<Enforced> | undefined

  const begin = async (options: Omit<EnforceOptions, 'attest'>, attest: Attest, first: Attestation, action: string): Promise<Enforced> => {
    let attestation = first
    const outcome = await show({
      ...options,
      async attest(round, progress) {
        const attested = await attest({ action, round, progress })
        attestation = attested.attestation
        // What the page deals with itself ends the screen, as no screen would have begun.
        return attested.released ? { status: 'stopped', action: 'allow' } : attestation
      },
    })
    return { attestation, held: outcome !== 'passed' }
  }

  return async (settings, attest, first, action) => {
    const { language, contact, nonce } = settings
    const kind = first.action === 'block' ? 'block' : 'challenge'
    const other = showing
    showing ??= begin({ kind, reference: first.reference ?? '', language, contact, nonce }, attest, first, action).finally(() => {
      showing = undefined
    })
    const enforced = await showing
    // Someone else's screen: the visitor passed, but this action still needs a verdict of its own.
    return other && !enforced.held ? { ...(await attest({ action, round: 0 })), held: false } : enforced
  }
}
