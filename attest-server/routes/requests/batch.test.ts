import { describe, expect, it } from 'vitest'
import type { RequestAnswer } from '../../core/requests/request-answer.js'
import { createRequestsClient } from '../../testing/scored-requests.js'

type Item = RequestAnswer & { readonly error?: readonly { readonly field: string; readonly message: string }[] }

const { post, get, server } = await createRequestsClient()
const batch = async (items: unknown): Promise<Item[]> => (await (await post('/batch_score', items)).json()) as Item[]

describe('POST /batch_score', () => {
  it('answers 500 in their order, an error in the place of each that is wrong (NBP-10)', async () => {
    const wrong = [null, 7, [], {}, { ip: 'x' }, { useragent: { a: 1 } }]
    const items = Array.from({ length: 500 }, (_, i) =>
      i % 83 === 0 ? wrong[i / 83 - 1] : { useragent: i % 2 ? 'curl/8.5.0' : '', accept: `t/${i}` },
    )
    const answers = await batch(items)
    expect(answers).toHaveLength(500)
    for (const [i, answer] of answers.entries()) {
      if (i % 83 === 0) expect(answer.error?.[0]?.message).toMatch(/^must /)
      else expect(answer.decision, String(i)).toBe(i % 2 ? 'block' : 'review')
    }
    expect(new Set(answers.map(({ request_id }) => request_id)).size).toBe(500 - 7 + 1)
    server.pass(60)
  })

  it('answers as POST /score does', async () => {
    const body = { useragent: 'curl/8.5.0', ip: '203.0.113.9' }
    const [one] = await batch([body])
    const single = (await (await post('/score', body)).json()) as RequestAnswer
    expect({ ...one, request_id: '' }).toEqual({ ...single, request_id: '' })
  })

  it('answers 400 to 501, to what is no list, and to more than 2 MB 413', async () => {
    const faults = [
      await post(
        '/batch_score',
        Array.from({ length: 501 }, () => ({ dnt: '1' })),
      ),
      await post('/batch_score', { dnt: '1' }),
    ]
    for (const fault of faults) expect([fault.status, Object.keys((await fault.json()) as object)]).toEqual([400, ['detail']])
    expect((await post('/batch_score', `["${'x'.repeat(2_100_000)}"]`)).status).toBe(413)
    expect(await batch([])).toEqual([])
  })

  it('counts what it holds (NBP-12)', async () => {
    const free = await createRequestsClient({}, 'free')
    const many = (count: number) =>
      free.post(
        '/batch_score',
        Array.from({ length: count }, () => ({ dnt: '1' })),
      )
    expect((await many(8)).status).toBe(200)
    expect((await many(3)).status).toBe(429)
    free.server.pass(60)
    const ten = await many(10)
    expect([ten.status, ten.headers.get('ratelimit-remaining')]).toEqual([200, '0'])
    free.server.pass(60)
    expect((await many(500)).status).toBe(429)
  })
})

describe('GET /batch', () => {
  it('is a page that loads from this server alone (NBP-13)', async () => {
    const page = await get('/batch')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/,
    )
    const html = await page.text()
    const loaded = Array.from(html.matchAll(/(?:src|href)="([^"]+)"/g), ([, address]) => address!)
    expect(loaded).toEqual(['/batch/page.css', '/batch/page.js'])
    for (const address of loaded) expect((await server.app.request(address)).status).toBe(200)
    expect(html).not.toMatch(/ style=| on[a-z]+=|<style|https?:/)
  })

  it('names each field, says what happens, and captions its table', async () => {
    const html = await (await get('/batch')).text()
    const labelled = Array.from(html.matchAll(/<label for="(\w+)"/g), ([, id]) => id)
    const fields = Array.from(html.matchAll(/<(?:input|textarea) id="(\w+)"/g), ([, id]) => id)
    expect(labelled).toEqual(fields)
    for (const part of ['<html lang="en">', 'role="status"', '<caption', 'scope="col"', 'width=device-width', '<noscript>', 'tabindex="0"'])
      expect(html).toContain(part)
    const style = await (await server.app.request('/batch/page.css')).text()
    for (const part of ['color-scheme:light dark', 'prefers-color-scheme:dark', ':focus-visible', 'overflow-x:auto'])
      expect(style).toContain(part)
  })

  it('has a script that parses, asks for ids that are there, and writes no markup', async () => {
    const script = await (await server.app.request('/batch/page.js')).text()
    expect(() => new Function(script)).not.toThrow()
    expect(script).not.toMatch(/innerHTML|insertAdjacent|document\.write|eval\(/)
    const html = await (await get('/batch')).text()
    for (const [, id] of script.matchAll(/\bat\('(\w+)'\)/g)) expect(html).toContain(`id="${id}"`)
  })
})
