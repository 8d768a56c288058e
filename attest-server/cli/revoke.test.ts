import { beforeEach, describe, expect, it } from 'vitest'
import { digestOfKey, revocationDigest } from '../../shared/wire/revocations.js'
import { verdict } from '../stores/contract/support.js'
import { sitDown } from './testing/operator.js'

const { json, run, withStores } = sitDown()

let project: { readonly id: string; readonly siteKey: string }
beforeEach(async () => {
  project = (await json('project', 'create', '--name', 'Shop', '--origin', 'https://shop.example')) as typeof project
})

const listed = () => withStores(({ revocations }) => revocations.list(Date.now() / 1000))
const until = expect.stringMatching(/Z$/)

describe('vouchsafe revoke', () => {
  const session = `sess_${'a'.repeat(22)}`
  const device = 'x'.repeat(43)

  it('takes back a verdict, a session and a device key', async () => {
    await withStores(({ verdicts }) => verdicts.record({ ...verdict, projectId: project.id }, Date.now() / 1000 + 60))
    const own = ['revoke', '--project', project.id]
    expect(await json(...own, '--verdict', verdict.reference)).toEqual({ revoked: 'verdict', until })
    expect(await json(...own, '--session', session)).toEqual({ revoked: 'session', until })
    expect(await json(...own, '--device', device)).toEqual({ revoked: 'device', until })
    const digests = [
      revocationDigest('jti', project.siteKey, verdict.jti),
      revocationDigest('sub', project.siteKey, session),
      revocationDigest('jkt', project.siteKey, device),
    ]
    expect(await listed()).toEqual(digests.sort())
  })

  it.each([
    [2, ['--project', 'own']],
    [2, ['--session', session]],
    [2, ['--project', 'own', '--session', session, '--device', device]],
    [2, ['--project', 'own', '--device', 'short']],
    [1, ['--project', 'own', '--verdict', 'AAAAA-AAAAA']],
    [2, ['--kid', 'short']],
    [2, ['--kid', device, '--project', 'own']],
  ])('ends with %i and revokes nothing: %j', async (code, args) => {
    expect((await run('revoke', ...args.map((arg) => (arg === 'own' ? project.id : arg)))).code).toBe(code)
    expect(await listed()).toEqual([])
  })

  it('takes back signing keys that got out, and those that are published only by replacing them', async () => {
    const { keys } = (await json('key', 'list')) as { keys: { kid: string }[] }
    const kid = keys[0]!.kid
    expect((await run('revoke', '--kid', kid)).err).toEqual([expect.stringContaining('key rotate --now')])
    await json('key', 'rotate', '--now')
    expect(await json('revoke', '--kid', device)).toEqual({ revoked: 'key', until })
    expect(await json('revoke', '--kid', kid)).toEqual({ revoked: 'key', until })
    expect(await listed()).toEqual([digestOfKey(kid), digestOfKey(device)].sort())
  })
})
