import { ok } from '../../shared/result.js'
import { clock } from '../compose/compose-deps.js'
import { revoke } from '../core/revocations/revoke.js'
import { KEY_REVOCATION, revokeSigningKeys } from '../keys/revoke-keys.js'
import { type Answer, failure, misuse } from './answer.js'
import { type Desk, projectOf, refusalOf } from './desk.js'
import type { Options } from './parse-arguments.js'

/** RFC 7638, SHA-256. */
const KID = /^[\w-]{43}$/

const moment = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** A key that is published may still sign: whoever revoked it alone would have every new verdict refused. */
async function revokeKid(kid: string, { stores }: Desk): Promise<Answer> {
  if (!KID.test(kid)) return misuse('--kid must be the name of a signing key, as "vouchsafe key list" shows it.')
  const now = clock()
  const isPublished = (await stores.signingKeys.list()).some(({ kid: own, retiresAt = Infinity }) => own === kid && retiresAt > now)
  if (isPublished) return failure(`${kid} is published still: "vouchsafe key rotate --now" replaces and revokes it.`)
  await revokeSigningKeys([kid], stores.revocations, now)
  const until = moment(Math.floor(now) + KEY_REVOCATION)
  return ok({ data: { revoked: 'key', until }, lines: [`The key is on the list of what is revoked until ${until}.`] })
}

/** A running server publishes it within a second. */
export async function revokeNamed(options: Options, desk: Desk): Promise<Answer> {
  const { verdict, session, device, kid, project } = options
  if (kid !== undefined) {
    const isAlone = [verdict, session, device, project].every((other) => other === undefined)
    return isAlone ? revokeKid(kid, desk) : misuse('--kid must stand alone: signing keys belong to no project.')
  }
  const owner = await projectOf(options, desk)
  if (!owner.ok) return owner
  const made = await revoke(owner.value, { verdict, session, device }, desk.control, clock())
  if (!made.ok) return refusalOf(made.error)
  const { what, until } = made.value
  return ok({
    data: { revoked: what, until: moment(until) },
    lines: [`The ${what} is on the list of what is revoked until ${moment(until)}.`],
  })
}
