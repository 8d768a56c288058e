import { ok } from '../../shared/result.js'
import { liveKeyOf } from '../../shared/wire/live-key.js'
import { type ApiName, apiKinds, apiNames, apiOf } from '../core/control/key-kinds.js'
import type { ApiKey, Tier } from '../stores/ports.js'
import { findAccount } from './account.js'
import { type Answer, block, failure, misuse } from './answer.js'
import { type Desk, projectOf, required } from './desk.js'
import type { Options } from './parse-arguments.js'

const moment = (seconds: number): string => new Date(seconds * 1000).toISOString()
const isApi = (kind: string): kind is ApiName => Object.hasOwn(apiKinds, kind)
const isTier = (tier: string): tier is Tier => tier === 'free' || tier === 'pro'

const shown = ({ id, kind, name, tier, createdAt, revokedAt }: ApiKey) => ({
  id,
  kind: apiOf(kind) ?? kind,
  name,
  tier,
  createdAt: moment(createdAt),
  ...(revokedAt === undefined ? {} : { revokedAt: moment(revokedAt) }),
})

const linesOf = ({ id, kind, name, tier, createdAt, revokedAt }: ReturnType<typeof shown>): string[] =>
  block(id, { kind, name: name === '' ? undefined : name, tier, made: createdAt, revoked: revokedAt })

export async function createKey(options: Options, desk: Desk): Promise<Answer> {
  const { kind = '', name = '', tier = 'free' } = options
  if (!isApi(kind)) return misuse(`--kind must be one of ${apiNames.join(', ')}.`)
  if (!isTier(tier)) return misuse('--tier must be free or pro.')
  if (name.length > 100) return misuse('--name must have at most 100 characters.')
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const issued = await desk.control.keys.issue(project.value.id, apiKinds[kind], name, tier)
  if (!issued.ok) return failure('The project has as many keys as it may: revoke one.')
  const { secret: key, key: kept } = issued.value
  const publicKey = kind === 'detectip' ? { publicKey: liveKeyOf(project.value.siteKey) } : {}
  return ok({
    data: { key, ...publicKey, ...shown(kept) },
    lines: block(kept.id, { key, 'public key': publicKey.publicKey, kind, tier }),
    remarks: ['Keep the key: it is not shown again.'],
  })
}

/** Whose keys are meant: a project's, or with `--email` an account's tokens. */
async function ownerOf(options: Options, desk: Desk) {
  if (options.email === undefined) return projectOf(options, desk)
  return options.project === undefined ? findAccount(options, desk) : misuse('--project or --email, not both.')
}

export async function listApiKeys(options: Options, desk: Desk): Promise<Answer> {
  const owner = await ownerOf(options, desk)
  if (!owner.ok) return owner
  const keys = (await desk.control.keys.list(owner.value.id)).map(shown)
  return ok({ data: { keys }, lines: keys.length > 0 ? keys.flatMap(linesOf) : ['There are no keys.'] })
}

/** A running server notices within a second. */
export async function revokeKey(options: Options, desk: Desk): Promise<Answer> {
  const id = required(options, 'id')
  if (!id.ok) return id
  const owner = await ownerOf(options, desk)
  if (!owner.ok) return owner
  const isRevoked = await desk.control.keys.revoke(owner.value.id, id.value)
  return isRevoked
    ? ok({ data: { revoked: id.value }, lines: [`${id.value} is worthless.`] })
    : failure(`There is no key ${id.value}, or it was revoked before.`)
}
