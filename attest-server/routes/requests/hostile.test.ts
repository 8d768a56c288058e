import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestFieldNames } from '../../core/requests/request-fields.js'
import { createRequestsClient } from '../../testing/scored-requests.js'
import { itemError, requestScore } from './schemas.js'

const { get, post, server } = await createRequestsClient()

/** Whatever comes: an answer of ours, and never a fault of ours. */
async function expectSane(response: Response): Promise<unknown> {
  expect(response.status).toBeLessThan(500)
  expect(server.log.filter(({ event }) => event === 'bug')).toEqual([])
  server.log.length = 0
  // Limits are held by other tests.
  server.pass(60)
  return response.json()
}

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '203.0.113.9',
    'curl/8',
    '*/*',
    '"Chromium";v="156"',
    'a, b',
    '{"a":"b"}',
    'Mozilla/5.0 (X11; Linux x86_64) Chrome/156',
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
const described = fc.dictionary(fc.oneof(fc.constantFrom(...requestFieldNames), fc.string({ maxLength: 12 })), value, { maxKeys: 12 })

describe('nothing that somebody describes makes the server fail:', () => {
  it('descriptions of any kind, which are scored or refused', async () => {
    const check = async (body: unknown) => {
      const response = await post('/score', body)
      const answer = await expectSane(response)
      expect(response.ok ? requestScore.safeParse(answer).success : Object.keys(answer as object)).toEqual(response.ok ? true : ['detail'])
    }
    await fc.assert(fc.asyncProperty(fc.oneof(described, fc.jsonValue(), fc.string({ unit: 'binary' })), check), { numRuns: 400 })
  })

  it('batches of them, with as many answers', async () => {
    const check = async (body: unknown[]) => {
      const answer = (await expectSane(await post('/batch_score', body))) as unknown[] | { readonly detail: unknown }
      if (!Array.isArray(answer)) expect(answer).toHaveProperty('detail')
      else expect(answer).toHaveLength(body.length)
      for (const one of Array.isArray(answer) ? answer : []) expect(requestScore.or(itemError).safeParse(one).success).toBe(true)
    }
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(described, fc.jsonValue()), { maxLength: 8 }), check), { numRuns: 200 })
  })

  it('queries', async () => {
    const check = async (fields: Readonly<Record<string, unknown>>) => {
      const query = new URLSearchParams(
        Object.entries(fields).map(([name, one]) => [name, typeof one === 'string' ? one : JSON.stringify(one)]),
      )
      await expectSane(await get(`/probe?${query}`))
    }
    await fc.assert(fc.asyncProperty(described, check), { numRuns: 300 })
    for (const query of ['%', '%ff', '__proto__=1', 'ip=1&ip=2', 'ip[]=1', '&&&=', 'extra_headers={"__proto__":"x"}'])
      await expectSane(await get(`/probe?${query}`))
  })

  it('outcomes', async () => {
    const fields = fc.dictionary(fc.constantFrom('request_id', 'session', 'reference', 'outcome', '__proto__'), value)
    const check = async (body: unknown) => void (await expectSane(await post('/v1/outcomes', body)))
    await fc.assert(fc.asyncProperty(fc.oneof(fields, fc.jsonValue()), check), { numRuns: 200 })
  })
})
