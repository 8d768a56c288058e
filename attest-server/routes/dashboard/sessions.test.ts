import { describe, expect, it } from 'vitest'
import type { Overview } from '../../dashboard/wire/overview.js'
import type { SessionList } from '../../dashboard/wire/sessions.js'
import { visitedDashboard } from '../../testing/visited-dashboard.js'

const { server, client, at, jtis } = await visitedDashboard()

describe('the list of visits', () => {
  it('is leafed through, filtered, and asked for what came since', async () => {
    const first = await client.read<SessionList>(`${at}/sessions?most=1`)
    expect(first.sessions).toHaveLength(1)
    expect(first.sessions[0]).toMatchObject({ surface: 'script', origin: 'https://shop.example', decidedBy: 'evidence' })
    const second = await client.read<SessionList>(`${at}/sessions?most=1&before=${first.next}`)
    expect(second.sessions[0]!.jti).not.toBe(first.sessions[0]!.jti)
    expect((await client.read<SessionList>(`${at}/sessions?origin=https://other.example`)).sessions).toEqual([])
    server.pass(60)
    const [known] = await server.stores.verdicts.recent(server.project.id, 1)
    // Written past the counters.
    const late = { ...known!, jti: 'late', reference: 'AAAAA-AAAAB', issuedAt: server.now(), session: 'sess_late' }
    await server.stores.verdicts.record(late, server.now() + 86_400)
    const since = await client.read<SessionList>(`${at}/sessions?after=${first.newest}`)
    expect(since.sessions.map(({ jti }) => jti)).toContain(late.jti)
    expect(Number(since.newest)).toBe(server.now())
  })

  it('leads from what the overview counts to the sessions that it counted', async () => {
    const { bots, from } = await client.read<Overview>(`${at}/overview`)
    const found = async (query: object) =>
      (await client.read<SessionList>(`${at}/sessions?${new URLSearchParams({ kind: 'any', from, ...query })}`)).sessions
        .map(({ jti }) => jti)
        .filter((jti) => jtis.includes(jti))
    const driven = await found({})
    expect(driven).toHaveLength(1)
    expect(bots.tells.length).toBeGreaterThan(0)
    for (const { name } of bots.tells) expect([name, await found({ tell: name })]).toEqual([name, driven])
    for (const { name } of bots.networks) expect([name, await found({ network: name })]).toEqual([name, driven])
    expect(await found({ tell: 'tell.stealth-pages' })).toEqual([])
    expect(await found({ country: 'AQ' })).toEqual([])
  })

  it('refuses what is no filter', async () => {
    for (const query of [
      'action=maybe',
      'before=x',
      "before=1.'--",
      'after=-1',
      'most=0',
      'most=101',
      'from=yesterday',
      'network=home',
      'tell=webdriver',
      'tell=%25',
      'country=Germany',
    ])
      expect([(await client.ask('GET', `${at}/sessions?${query}`)).status, query]).toEqual([400, query])
  })
})
