import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import { type RevocationKind, revocationDigest } from '../../../shared/wire/revocations.js'
import type { Project, Revocations, Verdicts } from '../../stores/ports.js'
import type { Fault } from '../fault.js'
import { isId, isSession, parseReference } from '../ids.js'

/** Exactly one of them. */
export interface Revocable {
  /** `jti` or reference. */
  readonly verdict?: string | undefined
  /** The verdicts' `sub`. */
  readonly session?: string | undefined
  /** The verdicts' `cnf.jkt`. */
  readonly device?: string | undefined
}

export interface RevokeDeps {
  readonly revocations: Pick<Revocations, 'add'>
  readonly verdicts: Pick<Verdicts, 'find'>
  /** The longest that a verdict may live, however the server was set up when it was signed, and what clocks differ by. */
  readonly revocationLife: Seconds
}

export interface Revoked {
  readonly what: keyof Revocable
  readonly until: EpochSeconds
}

interface Named {
  readonly what: keyof Revocable
  readonly kind: RevocationKind
  readonly value: string
}

/** RFC 7638, SHA-256. */
const THUMBPRINT = /^[\w-]{43}$/

const invalid = (path: string, message: string) => err<Fault>({ code: 'invalid', fields: [{ path, message }] })

async function findVerdict(projectId: string, name: string, verdicts: RevokeDeps['verdicts']): Promise<Result<Named, Fault>> {
  const reference = parseReference(name)
  // A backend that was shown the verdict knows its `jti`, also of one that is not kept.
  if (reference === undefined)
    return isId(name)
      ? ok({ what: 'verdict', kind: 'jti', value: name })
      : invalid('verdict', 'Must be a `jti`, or a code such as 7K3VM-Q2XR9.')
  const record = await verdicts.find(projectId, reference)
  if (record) return ok({ what: 'verdict', kind: 'jti', value: record.jti })
  return err({ code: 'not-found', detail: `No verdict of this project has the reference ${reference}, or it is not kept any more.` })
}

async function nameOf(projectId: string, given: Revocable, verdicts: RevokeDeps['verdicts']): Promise<Result<Named, Fault>> {
  const { verdict, session, device } = given
  const [value, ...others] = [verdict, session, device].filter((one) => one !== undefined)
  if (value === undefined || others.length > 0) return invalid('', 'Must name exactly one of verdict, session and device.')
  if (verdict !== undefined) return findVerdict(projectId, verdict, verdicts)
  if (session !== undefined)
    return isSession(session) ? ok({ what: 'session', kind: 'sub', value }) : invalid('session', 'Must be a session such as sess_….')
  return THUMBPRINT.test(value)
    ? ok({ what: 'device', kind: 'jkt', value })
    : invalid('device', 'Must be a thumbprint: 43 characters of base64url.')
}

/**
 * Puts one verdict, a session or a device key on the published list, for as long as a verdict may live that was signed before. Of a session and a key, those that
 * are signed meanwhile are refused too. It is not taken back: it ends.
 */
export async function revoke(project: Project, given: Revocable, deps: RevokeDeps, now: EpochSeconds): Promise<Result<Revoked, Fault>> {
  const named = await nameOf(project.id, given, deps.verdicts)
  if (!named.ok) return named
  const { what, kind, value } = named.value
  const until = Math.floor(now) + deps.revocationLife
  const isAdded = await deps.revocations.add(project.id, revocationDigest(kind, project.siteKey, value), until, now)
  return isAdded
    ? ok({ what, until })
    : err({ code: 'conflict', detail: 'As much is revoked as may be: the first of it ends within an hour.' })
}
