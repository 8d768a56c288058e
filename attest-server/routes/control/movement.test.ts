import { beforeEach, describe, expect, it } from 'vitest'
import type { SessionPage } from '../../dashboard/wire/session.js'
import type { SessionList } from '../../dashboard/wire/sessions.js'
import { createDashboardServer, type DashboardClient, logIn } from '../../testing/dashboard-client.js'
import { attestAll, come } from '../../testing/reveal-visit.js'
import type { TestServer } from '../../testing/test-server.js'

const HOUR = 3600
let server: TestServer
let client: DashboardClient
beforeEach(async () => {
  server = await createDashboardServer({ settings: { revealShare: 0 } })
  client = await logIn(server)
})

const at = '/projects/prj_test'
const keep = (keep_hours: unknown) => client.ask('PUT', `${at}/movement`, { keep_hours })

/** Somebody new, who is asked to show some of what they did. */
async function newcomer(): Promise<SessionPage> {
  await attestAll(await come(server))
  // So that settings, which are remembered for a second, are looked up again, and the next one is another's.
  server.pass(2)
  const { sessions } = await client.read<SessionList>(`${at}/sessions`)
  return client.read<SessionPage>(`${at}/sessions/${sessions[0]?.jti}`)
}

describe('what visitors show of their movement', () => {
  it('is dropped, unless the owner says for how long to keep it', async () => {
    expect(await client.read(`${at}/movement`)).toEqual({ keep_hours: 0 })
    expect((await newcomer()).movement).toBeNull()
  })

  it('is kept for so long beside the verdict, as it was shown', async () => {
    expect(await (await keep(2)).json()).toEqual({ keep_hours: 2 })
    server.pass(2)
    const { movement, verdict } = await newcomer()
    expect(movement).toHaveLength(3)
    for (const { samples } of movement!) {
      expect(samples[0]).toMatchObject({ t: 0, x: 0, y: 0 })
      expect(samples.at(-1)!.t).toBeLessThanOrEqual(1000)
    }
    expect(movement!.flatMap(({ samples }) => samples).some(({ kind }) => kind === 'step')).toBe(true)
    const read = () => client.read<SessionPage>(`${at}/sessions/${verdict.jti}`)
    server.pass(2 * HOUR - 10)
    expect((await read()).movement).toEqual(movement)
    server.pass(20)
    expect((await read()).movement).toBeNull()
    expect(await server.stores.prune(server.now())).toBeGreaterThan(0)
    expect(await server.stores.verdicts.movementOf('prj_test', verdict.jti, 0)).toBeUndefined()
    expect((await read()).verdict.jti).toBe(verdict.jti)
  })

  it('goes with its session, and no other project sees it', async () => {
    await keep(168)
    server.pass(2)
    const { session, verdict } = await newcomer()
    expect(await server.stores.verdicts.movementOf('prj_other', verdict.jti, server.now())).toBeUndefined()
    expect((await client.ask('DELETE', `${at}/sessions/${session}`)).status).toBe(204)
    expect(await server.stores.verdicts.movementOf('prj_test', verdict.jti, server.now())).toBeUndefined()
  })

  it('is kept for a week at most', async () => {
    for (const hours of [-1, 169, 1.5, '24', null]) expect([hours, (await keep(hours)).status]).toEqual([hours, 400])
  })
})
