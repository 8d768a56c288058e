import type { AttemptRequest } from './attest/attempt.js'
import type { Attestation, Attested } from './attest/attestation.js'
import { ENFORCE_INTEGRITY } from './build.js'
import type { Enforced, VouchsafeEnforce } from './enforce/enforce.js'
import type { Settings } from './options.js'
import { loadScript } from './page/load-script.js'

/**
 * Stands between a verdict and the page: `challenge` and `block` show their screen, and the page waits for what comes of it. Where the screens do not
 * come, or fail, the page goes on with the verdict as it is. What else there is to it comes with them.
 * @param settings with the project's contact, for a page that names none
 */
export async function enforce(
  settings: Settings,
  attest: (request: AttemptRequest) => Promise<Attested>,
  first: Attestation,
  action: string,
): Promise<Enforced> {
  try {
    // Also what no server of ours says: there is no screen for it.
    if (/^(challenge|block)$/.test(first.action)) {
      const page = window as Window & { vouchsafeEnforce?: Partial<VouchsafeEnforce> }
      // An older build's, which had `show` alone. Ours has that as well, for whoever looks for it there.
      if (!page.vouchsafeEnforce?.enforce) delete page.vouchsafeEnforce
      const screens = await loadScript<VouchsafeEnforce>(settings, 'enforce.js', 'vouchsafeEnforce', ENFORCE_INTEGRITY)
      return await screens.enforce(settings, attest, first, action)
    }
  } catch {}
  return { attestation: first, held: false }
}
