import { afterEach, describe, expect, it } from 'vitest'
import { givenKeys, runConformance } from './run-conformance.js'
import { type FakeServer, type Heard, type Reply, startFakeServer } from './testing/fake-server.js'

let fake: FakeServer | undefined
afterEach(async () => {
  await fake?.close()
  fake = undefined
})

const given = { yeb: 'the-key' }

const crawlers =
  (mistake: Partial<Record<'unknown' | 'ipMatch', unknown>> = {}) =>
  ({ path, headers, body }: Heard): Reply => {
    if (headers.authorization !== 'Bearer the-key' && !body.includes('the-key'))
      return { status: 401, json: { error: 'no key', code: 401 } }
    if (path.endsWith('/foo')) return { status: 422, json: mistake.unknown ?? { error: "Unknown action 'foo'", code: 422 } }
    const ip_match = mistake.ipMatch ?? body.includes('66.249.66.1')
    return { status: 200, json: { result: { vendor: 'google', ip_match, ok: ip_match } } }
  }

async function rowOf(id: string, reply: (heard: Heard) => Reply) {
  fake = await startFakeServer(reply)
  const { rows } = await runConformance({ url: `${fake.url}/`, only: id, given })
  return rows.find((row) => row.id === id)
}

describe('an item against a server that is up', () => {
  it('is kept where the answer is the one of the contract', async () => {
    expect(await rowOf('YEB-13', crawlers())).toMatchObject({ ok: true, request: 'POST /v1/bot/detect/foo 422' })
    expect(await rowOf('YEB-07', crawlers())).toMatchObject({ ok: true })
  })

  it('is broken by another word, another type or another value', async () => {
    expect(await rowOf('YEB-13', crawlers({ unknown: { error: "Unknown action 'foo'", code: '422' } }))).toMatchObject({ ok: false })
    expect(await rowOf('YEB-13', crawlers({ unknown: { error: "Unknown action 'foo'", code: 422, more: 1 } }))).toMatchObject({ ok: false })
    expect(await rowOf('YEB-07', crawlers({ ipMatch: false }))).toMatchObject({ ok: false })
  })
})

describe('keys', () => {
  it('come from options before the environment', () => {
    const env = { CONFORMANCE_SITE_KEY: 'pk_env', CONFORMANCE_YEB: 'env', CONFORMANCE_AFK: '' }
    expect(givenKeys({ yeb: 'option' }, env)).toEqual({ 'site-key': 'pk_env', yeb: 'option' })
  })
})
