import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../../shared/observation.js'
import type { Round } from '../../../shared/wire/challenge.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { createDevice, honestClaims, signEvidence, solve, type TestDevice } from '../../testing/honest-client.js'
import { createTestServer, ORIGIN, type TestServer } from '../../testing/test-server.js'
import { visit } from '../../testing/visit.js'

/** One family, about even odds: a page that claims another system than its user agent, and in its hints a phone that this is not. */
const SOFT: readonly (readonly [ObservationId, Observation])[] = [
  ['tell.platform', seen(true)],
  ['tell.mobile-hint', seen(true)],
]

interface Try {
  readonly round?: Round
  readonly session?: string
  readonly device?: TestDevice
  readonly tells?: typeof SOFT
  /** Of the work. */
  readonly share?: number
}

/** As many sub-puzzles as a real server asks for. */
const start = (): Promise<TestServer> => createTestServer({ settings: { pow: { count: 16, difficulty: 2 } } })

const device = await createDevice()

async function attest(server: TestServer, tried: Try): Promise<AttestResponse> {
  const { round = 0, session, tells = SOFT, share = 1 } = tried
  const page = await visit(server, ORIGIN, { round, ...(session === undefined ? {} : { session }) }, tried.device ?? device)
  const claims = honestClaims(page.challenge, ORIGIN, page.device.thumbprint, { observations: new Map(tells) })
  const pow = solve(page.challenge, page.device.thumbprint, share)
  const evidence = await signEvidence(page.device, { ...claims, pow })
  return (await (await page.attest({ challenge: page.challenge.challenge, evidence })).json()) as AttestResponse
}

describe('a session that answers its challenge', () => {
  it('is let through, and is not asked again for the same soft suspicion', async () => {
    const server = await start()
    const first = await attest(server, {})
    expect(first.action).toBe('challenge')
    expect(first.score).toBe(0.7)
    const { session } = first
    expect((await attest(server, { session, round: 1 })).action).toBe('allow')
    expect((await attest(server, { session })).action).toBe('allow')
    expect((await attest(server, {})).action, 'another session').toBe('challenge')
  })

  it('has answered also on a slow phone, which does 40 % of a work that is four times as much as loading asks', async () => {
    const server = await start()
    const { session } = await attest(server, {})
    expect((await attest(server, { session, round: 1, share: 0.4 })).action).toBe('allow')
    expect((await attest(server, { session })).action).toBe('allow')
  })

  it('has not answered with next to no work, in either round', async () => {
    const server = await start()
    const { session } = await attest(server, {})
    for (const round of [1, 2] as const) {
      for (const share of [0, 1 / 16])
        expect((await attest(server, { session, round, share })).action, `${round} ${share}`).toBe('challenge')
    }
    expect((await attest(server, { session })).action).toBe('challenge')
  })

  it('shares the answer with no other key that goes by its name', async () => {
    const server = await start()
    const { session } = await attest(server, {})
    expect((await attest(server, { session, round: 1 })).action).toBe('allow')
    expect((await attest(server, { session, device: await createDevice() })).action).toBe('challenge')
    expect((await attest(server, { session })).action).toBe('allow')
  })

  it('buys nothing against proof', async () => {
    const server = await start()
    const tells = [['tell.webdriver', seen(true)]] as const
    const { session } = await attest(server, { round: 2 })
    for (const round of [0, 1, 2] as const) expect((await attest(server, { session, round, tells })).action).toBe('block')
  })

  it('buys nothing against two strong families', async () => {
    const server = await start()
    const tells = [
      ['tell.hints-platform', seen(true)],
      ['tell.platform', seen(true)],
      ['tell.dom-emulated', seen(3)],
      ['tell.no-layout', seen(true)],
    ] as const
    const { session } = await attest(server, { round: 2 })
    expect((await attest(server, { session, round: 2, tells })).action).toBe('block')
  })
})
