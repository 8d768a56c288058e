import { describe, expect, it } from 'vitest'
import { failOpen } from '../../conformance/traffic/fail-open.js'
import { checkLedger } from './check-ledger.js'
import { type Client, newBatch, type Reply } from './client.js'
import { createFindings } from './findings.js'
import { type Ledger, openLedger } from './ledger.js'

const reply = (status: number, json: unknown = {}): Reply => ({ status, json })
const refused = () => Promise.reject(new Error('not asked for'))
const site = { projectId: '', siteKey: '', privateKey: '', account: '', liveKey: '', verify: async () => 'ok' }
const request = { challenge: 'c', evidence: 'e' }

/** A server that has kept everything that it said it has. */
const sound: Client = {
  challenge: refused,
  evidence: refused,
  lookUp: refused,
  usage: refused,
  attest: async () => reply(409, { code: 'challenge-used' }),
  events: async ({ events }) => reply(202, { session_token: 's', accepted: 0, duplicates: events.length }),
  verdict: async () => reply(200, { ...failOpen, score: 90 }),
  explanation: async () => reply(200),
  siteverify: async () => reply(200, { success: false, 'error-codes': ['timeout-or-duplicate'] }),
  control: async (method) => (method === 'GET' ? reply(200, [{ id: 'kept' }]) : reply(204)),
}

const whole = (): Ledger => ({
  ...openLedger(),
  redeemed: [{ request, jti: 'j', token: 't' }],
  unanswered: [request],
  taken: [{ batch: newBatch(), session: 's' }],
  unacknowledged: [newBatch()],
  accepted: ['t'],
  rules: new Set(['kept']),
  removed: new Set(['gone']),
})

async function found(differs: Partial<Client>, ledger = whole()) {
  const findings = createFindings()
  await checkLedger(ledger, { ...sound, ...differs }, site, findings)
  return findings.read()
}

describe('the check of what was acknowledged', () => {
  it('finds nothing where all of it is there, once', async () => {
    expect(await found({})).toMatchObject({ lost: 0, repeated: 0, faults: [] })
  })

  it.each<[string, Partial<Client>]>([
    ['the record of a verdict', { explanation: async () => reply(404) }],
    ['events', { events: async ({ events }) => reply(202, { session_token: 's', accepted: events.length }) }],
    ['a rule', { control: async () => reply(200, []) }],
  ])('misses %s', async (_, differs) => {
    expect((await found(differs)).lost).toBeGreaterThan(0)
  })

  it('misses a part of a batch that was never acknowledged', async () => {
    let asked = 0
    const events = async () => reply(202, { accepted: asked++ === 0 ? 2 : 0 })
    expect(await found({ events }, { ...openLedger(), unacknowledged: [newBatch()], rules: new Set(['kept']) })).toMatchObject({ lost: 1 })
  })

  it.each<[string, Partial<Client>]>([
    ['a second verdict of a challenge', { attest: async () => reply(200) }],
    ['a verdict that is accepted twice', { siteverify: async () => reply(200, { success: true }) }],
    ['a rule that is back', { control: async (method) => (method === 'GET' ? reply(200, [{ id: 'kept' }, { id: 'gone' }]) : reply(204)) }],
  ])('sees %s', async (_, differs) => {
    expect((await found(differs)).repeated).toBeGreaterThan(0)
  })

  it('sees a verdict that is not verified, and answers that are none', async () => {
    const findings = createFindings()
    await checkLedger(whole(), { ...sound, attest: async () => reply(500) }, { ...site, verify: async () => 'bad-signature' }, findings)
    expect(findings.read().faults.join()).toMatch(/not verified.*500/)
  })
})
