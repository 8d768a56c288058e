import { Window } from 'happy-dom'
import { describe, expect, it, vi } from 'vitest'
import { createRequestsClient } from '../../../testing/scored-requests.js'
import { BATCH_HTML } from './html.js'
import { BATCH_SCRIPT } from './script.js'

const client = await createRequestsClient()

/** The page in a browser without a window, before the server itself. */
function open() {
  const window = new Window({ url: 'https://attest.example/batch' })
  window.document.write(BATCH_HTML.replaceAll(/<script[^>]*><\/script>|<link[^>]*>/g, ''))
  const sent: RequestInit[] = []
  const fetch = async (path: string, init: RequestInit) => {
    sent.push(init)
    return client.server.app.request(path, init)
  }
  new Function('document', 'fetch', 'URL', 'Blob', 'setTimeout', BATCH_SCRIPT)(window.document, fetch, URL, Blob, setTimeout)
  const at = (id: string) => window.document.getElementById(id)!
  const fill = (id: string, value: string) => {
    ;(at(id) as unknown as { value: string }).value = value
  }
  const submit = () => at('form').dispatchEvent(new window.Event('submit', { cancelable: true, bubbles: true }))
  const status = () => at('status').textContent
  return { window, at, fill, submit, status, sent }
}

describe('the batch page', () => {
  it('shows a table with a caption of what was answered, an item that is wrong among it, and markup as text', async () => {
    const page = open()
    page.fill('key', ` ${client.key} `)
    page.fill('list', '[{"useragent":"curl/8"},{"ip":"nowhere"},{"useragent":"<img src=x onerror=alert(1)>"}]')
    page.submit()
    await vi.waitFor(() => expect(page.status()).toMatch(/^Done: .*1 error/))
    expect(page.at('caption').textContent).toMatch(/^Scores of 3 requests: /)
    const rows = [...page.at('rows').children].map((row) => [...row.children].map((cell) => cell.textContent))
    expect(rows.map(([number]) => number)).toEqual(['1', '2', '3'])
    expect(rows[0]!.slice(1, 3)).toEqual(['curl/8', 'block'])
    expect(rows[1]!.slice(2)).toEqual(['error', '', 'ip: must be an IPv4 or IPv6 address'])
    expect([rows[2]![1], page.window.document.querySelector('img')]).toEqual(['<img src=x onerror=alert(1)>', null])
    const named = [...page.at('rows').firstElementChild!.children].map((cell) => [
      cell.getAttribute('role'),
      cell.getAttribute('data-name'),
    ])
    const columns = ['Request', 'Decision', 'p_is_invalid', 'Rule hits']
    expect(named, 'a narrow screen shows them').toEqual([['rowheader', null], ...columns.map((column) => ['cell', column])])
    expect(page.at('result').hasAttribute('hidden')).toBe(false)
    expect(page.sent[0]).toMatchObject({ method: 'POST', credentials: 'omit', headers: { 'X-API-Key': client.key } })
  })

  it('scores the user agents of a table by whatever name, and says which columns it did not read', async () => {
    const page = open()
    page.fill('key', client.key)
    page.fill('list', 'time,User-Agent,ip\n12:00,curl/8,203.0.113.9')
    page.submit()
    await vi.waitFor(() => expect(page.status()).toBe('Done: 1 block. Columns that were not read: time.'))
    expect(page.sent.map(({ body }) => body)).toEqual(['[{"useragent":"curl/8","ip":"203.0.113.9"}]'])
  })

  it('says what is wrong and goes to the field', async () => {
    const page = open()
    page.submit()
    expect([page.status(), page.at('key').getAttribute('aria-invalid')]).toEqual(['The key is missing, or holds what no key does.', 'true'])
    expect(page.window.document.activeElement?.id).toBe('key')
    page.fill('key', 'afk_wrong')
    page.submit()
    expect([page.status(), page.window.document.activeElement?.id]).toEqual(['There is nothing to score yet.', 'list'])
    page.fill('list', 'curl/8')
    page.submit()
    await vi.waitFor(() => expect(page.status()).toBe('Invalid or missing API key'))
    expect([page.window.document.activeElement?.id, page.sent.length]).toEqual(['key', 1])
    expect(page.at('send').hasAttribute('aria-disabled')).toBe(false)
  })
})
