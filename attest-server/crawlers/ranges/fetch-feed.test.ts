import { describe, expect, it } from 'vitest'
import { createFetchText, type Fetch } from './fetch-feed.js'

const url = 'https://vendor.example/bots.json'
const fetching = (fetch: Fetch, timeLimit = 1000) => createFetchText({ fetch, timeLimit, sizeLimit: 1000 })(url)
const answering = (body: string | null, status = 200, at = url) =>
  fetching(async () => Object.defineProperty(new Response(body, { status }), 'url', { value: at }))

describe('fetching a feed', () => {
  it('gives the text', async () => {
    expect(await answering('8.8.8.8')).toEqual({ ok: true, value: '8.8.8.8' })
    expect(await answering(null)).toEqual({ ok: true, value: '' })
  })

  it('says which status was not 200', async () => {
    expect(await answering('no', 403)).toEqual({ ok: false, error: 'status_403' })
  })

  it('does not follow to where anybody on the way could write', async () => {
    expect(await answering('8.8.8.8', 200, 'http://vendor.example/bots.json')).toEqual({ ok: false, error: 'not_https' })
  })

  it('stops reading where the text is too long, however long it goes on', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++
        controller.enqueue(new Uint8Array(400))
      },
    })
    expect(await fetching(async () => new Response(endless))).toEqual({ ok: false, error: 'too_large' })
    expect(sent).toBeLessThan(10)
  })

  it('does not wait longer than it may, also where the fetch does not listen, and then stops it', async () => {
    let signal: AbortSignal | undefined
    const deaf: Fetch = (_, init) => {
      signal = init.signal
      return new Promise(() => {})
    }
    expect(await fetching(deaf, 20)).toEqual({ ok: false, error: 'late' })
    expect(signal?.aborted).toBe(true)
  })

  it('fails as a value where there is no network', async () => {
    expect(await fetching(() => Promise.reject(new TypeError('fetch failed')))).toEqual({ ok: false, error: 'unreachable' })
    const breaking = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('reset')) })
    expect(await fetching(async () => new Response(breaking))).toEqual({ ok: false, error: 'unreachable' })
  })
})
