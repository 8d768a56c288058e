import type { AttemptRequest } from './attest/attempt.js'
import type { Attestation } from './attest/attestation.js'
import type { Attested } from './attest/attester.js'
import { ENFORCE_INTEGRITY } from './build.js'
import type { EnforceOptions, VouchsafeEnforce } from './enforce/enforce.js'
import type { Settings } from './options.js'
import { loadScript } from './page/load-script.js'

export interface Enforced {
  /** What the visitor ended with. */
  readonly attestation: Attestation
  /** A screen was shown and did not let them pass. */
  readonly held: boolean
}

/**
 * Stands between a verdict and the page: `challenge` and `block` show their screen, and the page waits for what comes of it.
 * One screen at a time. Where the screens do not come, or fail, the page goes on with the verdict as it is.
 * @param contact the project's, for a page that names none
 */
export function createEnforcer(
  settings: Settings,
  attest: (request: AttemptRequest) => Promise<Attested>,
  contact: () => string | undefined,
): (first: Attestation, action: string) => Promise<Enforced> {
  let showing: Promise<Enforced> | undefined

  const show = async (kind: EnforceOptions['kind'], first: Attestation, action: string): Promise<Enforced> => {
    let attestation = first
    try {
      const screens = await loadScript<VouchsafeEnforce>(settings, 'enforce.js', 'vouchsafeEnforce', ENFORCE_INTEGRITY)
      const outcome = await screens.show({
        ...settings,
        contact: settings.contact || contact(),
        kind,
        reference: first.reference ?? '',
        async attest(round, progress) {
          const attested = await attest({ action, round, progress })
          attestation = attested.attestation
          // What the page deals with itself ends the screen, as no screen would have begun.
          return attested.released ? { ...attestation, action: 'allow' } : attestation
        },
      })
      return { attestation, held: outcome !== 'passed' }
    } catch {
      return { attestation, held: false }
    }
  }

  return async (first, action) => {
    const kind = first.action
    // Also what no server of ours says: there is no screen for it.
    if (kind !== 'challenge' && kind !== 'block') return { attestation: first, held: false }
    const other = showing
    showing ??= show(kind, first, action).finally(() => {
      showing = undefined
    })
    const enforced = await showing
    // Someone else's screen: the visitor passed, but this action still needs a verdict of its own.
    return other && !enforced.held ? { ...(await attest({ action, round: 0 })), held: false } : enforced
  }
}
