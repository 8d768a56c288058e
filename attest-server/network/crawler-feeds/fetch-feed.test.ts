import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/result.js'
import type { OutboundRequest, Send } from '../../core/outbound/ports.js'
import { createFetchText } from './fetch-feed.js'

const url = 'https://vendor.example/bots.json'
const answering =
  (status: number, text = ''): Send =>
  async () =>
    ok({ status, headers: new Map(), body: new TextEncoder().encode(text) })

describe('fetching a feed', () => {
  it('gives the text, and asks with a bound on time, size and redirects', async () => {
    const asked: OutboundRequest[] = []
    const send: Send = (request) => {
      asked.push(request)
      return answering(200, '8.8.8.8')(request)
    }
    expect(await createFetchText(send)(url)).toEqual(ok('8.8.8.8'))
    expect(asked).toMatchObject([{ method: 'GET', url, limits: { time: 20_000, bytes: 4_194_304, redirects: 3 } }])
  })

  it('says which status was not 200', async () => {
    expect(await createFetchText(answering(403))(url)).toEqual(err('status_403'))
    expect(await createFetchText(answering(206, '8.8'))(url)).toEqual(err('status_206'))
  })

  it('says why there was no answer', async () => {
    for (const reason of ['timed-out', 'response-too-large', 'url-scheme'] as const) {
      expect(await createFetchText(async () => err({ reason }))(url)).toEqual(err(reason))
    }
  })
})
