import { afterEach, describe, expect, it } from 'vitest'
import { type FakeServer, type Heard, type Reply, startFakeServer } from '../conformance/testing/fake-server.js'
import { type Row, runAttacks } from './harness/run-attacks.js'
import { attackers } from './index.js'
import { isKept } from './run-attackers.js'

let fake: FakeServer | undefined
afterEach(async () => {
  await fake?.close()
  fake = undefined
})

const withoutBrowser = attackers.filter(({ inBrowser }) => !inBrowser)

let count = 0
/** Whatever is asked for: cheap work, and then always the same answer. */
const answering =
  (attested: Reply) =>
  ({ path }: Heard): Reply => {
    const now = Math.floor(Date.now() / 1000)
    const challenge = { challenge: 'c', nonce: `nonce-${++count}`, session: 's', now, expiresIn: 300, pow: { count: 1, difficulty: 2 } }
    return path === '/v1/challenge' ? { status: 200, json: challenge } : attested
  }

/** Against a server, and a Relying Party that accepts whatever says so. */
async function rowsFor(attested: Reply): Promise<Row[]> {
  const { url, close } = await startFakeServer(answering(attested))
  fake = { url, close, heard: [] }
  const target = {
    ...{ url, siteKey: 'pk_1', origin: 'https://shop.example', cheapOrigin: 'https://blog.shop.example', action: 'sign-up' },
    ...{ ownProject: async () => 'pk_2', spend: async () => true, wait: async () => {} },
  }
  const relyingParty = { judge: async (token: string) => token }
  return runAttacks(withoutBrowser, { open: async () => ({ target, relyingParty, close: async () => {} }) }, 3, 4)
}

const allowed = { status: 200, json: { token: 'accepted', action: 'allow' } }
const refused = { status: 403, json: { code: 'evidence-refused' } }

describe('a server that allows everything', () => {
  it('fails the run: every attacker succeeds that begins with a visit that is to be let through', async () => {
    const rows = await rowsFor(allowed)
    // Their beginning must be asked for more: that it is not is said, too.
    const begun = rows.filter(({ attacker }) => !['slow-dripper', 'scorer-prober'].includes(attacker))
    expect(begun.filter(({ rate }) => rate !== 1)).toEqual([])
    expect(rows.filter(({ residual, ok }) => !residual && ok)).toEqual([])
    expect(isKept({ control: 'accepted', rows })).toBe(false)
  }, 60_000)
})

describe('a server that refuses everything', () => {
  it('lets no attacker succeed, and fails the run all the same: an honest browser is refused, too', async () => {
    const rows = await rowsFor(refused)
    expect(rows.filter(({ succeeded }) => succeeded > 0)).toEqual([])
    const defended = rows.filter(({ ok }) => ok)
    expect(defended.length).toBeGreaterThan(0)
    expect(isKept({ control: 'no verdict', rows: defended })).toBe(false)
    expect(isKept({ control: 'accepted', rows: defended })).toBe(true)
  }, 60_000)

  it('is no defence against those that say what they begin with', async () => {
    const rows = await rowsFor(refused)
    for (const name of ['evidence-replay', 'token-replay', 'slow-dripper'])
      expect(rows.find(({ attacker }) => attacker === name)?.fault, name).toContain('could not run')
  }, 60_000)
})

describe('an attacker that is out of date', () => {
  it('could not run: what is malformed was not fended off', async () => {
    const rows = await rowsFor({ status: 400, json: { code: 'malformed-request' } })
    expect(rows.filter(({ ok }) => ok)).toEqual([])
    for (const { fault } of rows) expect(fault).toContain('could not run')
  }, 60_000)
})
