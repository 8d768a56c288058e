import type { EpochSeconds, Seconds } from '../../shared/units.js'
import { digestOfKey } from '../../shared/wire/revocations.js'
import { NO_PROJECT, type Revocations } from '../stores/ports.js'

/**
 * For how long a signing key stays on the list of what is revoked. Who has it may sign a verdict of any length, and verifiers that were given their keys by
 * hand go on with them: a year, in which somebody will have replaced those.
 */
export const KEY_REVOCATION: Seconds = 365 * 86_400

/** Whatever these keys have signed, or will sign in the hands of others, is refused by all who read the list. */
export async function revokeSigningKeys(kids: readonly string[], revocations: Pick<Revocations, 'add'>, now: EpochSeconds): Promise<void> {
  for (const kid of kids) await revocations.add(NO_PROJECT, digestOfKey(kid), now + KEY_REVOCATION, now)
}
