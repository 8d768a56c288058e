import { beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeProof, UNFINISHED } from '../../../shared/pow.js'
import { clientCard } from '../../../shared/scorecard/client-card.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import type { Stores } from '../../stores/ports.js'
import { createDevice, honestClaims, signEvidence, solve, type TestDevice } from '../../testing/honest-client.js'
import { createTestServer, ORIGIN, type TestServer } from '../../testing/test-server.js'

const DAY = 86_400
const NOTHING = encodeProof([UNFINISHED, UNFINISHED, UNFINISHED, UNFINISHED])

let stores: Stores
let server: TestServer
let device: TestDevice
beforeEach(async () => {
  stores = openMemoryStores()
  server = await createTestServer({ stores, settings: { retention: 30 * DAY } })
  device = await createDevice()
})

/** One visit. @param share of the work; 0 sends none. */
async function attest(share: number, request: { siteKey?: string; round?: number } = {}): Promise<AttestResponse> {
  const challenge = await server.challenge(request)
  const pow = share === 0 ? NOTHING : solve(challenge, device.thumbprint, share)
  const evidence = await signEvidence(device, { ...honestClaims(challenge, ORIGIN, device.thumbprint), pow })
  const response = await server.post('/v1/attest', { challenge: challenge.challenge, evidence })
  expect(response.status).toBe(200)
  return (await response.json()) as AttestResponse
}

async function isExplained({ reference }: AttestResponse): Promise<boolean> {
  const headers = { authorization: `Bearer ${server.secretKey}` }
  return (await server.app.request(`/v1/verdicts/${reference}`, { headers })).status === 200
}

describe('POST /v1/attest takes evidence that says nothing', () => {
  const silent = async (share: number) => {
    const challenge = await server.challenge()
    server.pass(3)
    const pow = share === 0 ? NOTHING : solve(challenge, device.thumbprint, share)
    const claims = honestClaims(challenge, ORIGIN, device.thumbprint)
    const mute = { ...claims, pow, tells: '9'.repeat(claims.tells.length), llr: clientCard.prior }
    const response = await server.post('/v1/attest', { challenge: challenge.challenge, evidence: await signEvidence(device, mute) })
    return (await response.json()) as AttestResponse
  }

  it('for no more than a page without JavaScript, whoever signed it', async () => {
    expect(await silent(1)).toMatchObject({ action: 'allow', assurance: 'noscript' })
    expect(await attest(1)).toMatchObject({ action: 'allow', assurance: 'signed' })
  })

  it('for a reason to ask, where it did no work either', async () => {
    expect(await silent(0)).toMatchObject({ action: 'challenge', assurance: 'noscript' })
    expect((await attest(0)).action).toBe('allow')
  })
})

describe('POST /v1/attest keeps', () => {
  it('the reasons of evidence with work for as long as it is set, and of evidence without for a day', async () => {
    const [paid, unpaid] = [await attest(0.25), await attest(0)]
    server.pass(DAY - 1)
    await stores.prune(server.now())
    expect([await isExplained(paid), await isExplained(unpaid)]).toEqual([true, true])
    server.pass(1)
    await stores.prune(server.now())
    expect([await isExplained(paid), await isExplained(unpaid)]).toEqual([true, false])
    server.pass(29 * DAY)
    await stores.prune(server.now())
    expect(await isExplained(paid)).toBe(false)
  })

  it('nothing longer than it is set', async () => {
    stores = openMemoryStores()
    server = await createTestServer({ stores, settings: { retention: 60 } })
    const unpaid = await attest(0)
    expect(await isExplained(unpaid)).toBe(true)
    await stores.prune(server.now() + 60)
    expect(await isExplained(unpaid)).toBe(false)
  })

  it('a device from its first work on, and recalls it without any', async () => {
    const ageIn = async ({ reference }: AttestResponse) => {
      const headers = { authorization: `Bearer ${server.secretKey}` }
      const explanation = (await (await server.app.request(`/v1/verdicts/${reference}`, { headers })).json()) as {
        observations: { id: string; value: unknown }[]
      }
      return explanation.observations.find(({ id }) => id === 'device.age')?.value
    }
    await attest(0)
    server.pass(2 * DAY)
    expect(await ageIn(await attest(0.5)), 'no trace of the first').toBe(0)
    server.pass(3 * DAY)
    expect(await ageIn(await attest(0))).toBe(3)
  })

  it('nothing of a test key but that its challenge was used', async () => {
    const spies = [
      vi.spyOn(stores.sessions, 'advance'),
      vi.spyOn(stores.devices, 'meet'),
      vi.spyOn(stores.devices, 'recall'),
      vi.spyOn(stores.verdicts, 'record'),
    ]
    server = await createTestServer({ stores })
    for (const siteKey of ['pk_test_allow', 'pk_test_challenge', 'pk_test_block']) await attest(1, { siteKey, round: 1 })
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
    expect(await stores.prune(server.now() + 359)).toBe(0)
    expect(await stores.prune(server.now() + 360), 'three claims').toBe(3)
  })
})
