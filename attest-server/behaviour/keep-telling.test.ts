import { createSocket } from 'node:dgram'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { clock, random } from '../compose/compose-deps.js'
import { parseConfig } from '../config.js'
import { scriptedAgent } from '../core/behaviour/testing/agents.js'
import { createApiKeys } from '../keys/api-keys.js'
import { startServer } from '../main.js'
import { openStores } from '../stores/open.js'
import { signWebhook } from '../webhooks/sign-webhook.js'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

interface Heard {
  readonly body: string
  readonly signature: string
}

/** A webhook's receiver on this machine. */
async function receiver() {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      heard.push({ body: Buffer.concat(chunks).toString(), signature: String(request.headers['webhook-signature']) })
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return { heard, url: `http://localhost:${(server.address() as AddressInfo).port}/` }
}

async function issue(dataDir: string): Promise<string> {
  const stores = await openStores({ dataDir, verdictRecords: 1000 })
  if (!stores.ok) throw new Error(stores.error)
  const issued = await createApiKeys(stores.value, random, clock).issue('prj_1', 'detlab', '', 'free')
  await stores.value.close()
  return issued.ok ? issued.value.secret : ''
}

/** A whole server on a socket and a disk. */
async function start(key: (dataDir: string) => Promise<string>, more: Readonly<Record<string, string>> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'telling-'))
  closing.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const apiKey = await key(dataDir)
  const settings = { PORT: '0', VOUCHSAFE_DATA_DIR: dataDir, VOUCHSAFE_WEBHOOK_LOOPBACK: 'on', VOUCHSAFE_LOG: 'silent', ...more }
  const config = parseConfig(settings)
  if (!config.ok) throw new Error('config')
  const server = await startServer(config.value, () => undefined)
  if (!server.ok) throw new Error(server.error)
  closing.push(() => server.value.close())
  return async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json', 'x-api-key': apiKey }
    const response = await fetch(`${server.value.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await response.json()) as Record<string, string>
  }
}

describe('a running server', () => {
  it('tells a webhook that a verdict changed, signed by the secret that was shown', async () => {
    const { heard, url } = await receiver()
    const post = await start(issue)
    const session = await post('/api/verify-bot/session', { webhook_url: url })
    await post(`/api/verify-bot/session/${session.session_id}/events`, { events: scriptedAgent() })
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(1)
    const { body, signature } = heard[0]!
    expect(JSON.parse(body)).toMatchObject({ type: 'verdict.changed', session_id: session.session_id, to: 'BOT_VERIFIED' })
    expect(signature).toBe(signWebhook(body, session.webhook_secret!, Number(/^t=(\d+)/.exec(signature)![1])))
  }, 20_000)

  it('asks the name servers of its settings where a webhook is', async () => {
    const asked: string[] = []
    const names = createSocket('udp4', (message) => asked.push(message.subarray(12).toString('latin1')))
    closing.push(() => names.close())
    await new Promise<void>((resolve) => names.bind(0, '127.0.0.1', resolve))
    const post = await start(issue, { VOUCHSAFE_RESOLVER: `127.0.0.1:${names.address().port}` })
    const session = await post('/api/verify-bot/session', { webhook_url: 'https://hooks.shop.example/x' })
    await post(`/api/verify-bot/session/${session.session_id}/events`, { events: scriptedAgent() })
    await expect.poll(() => asked.some((question) => question.includes('hooks')), { timeout: 10_000 }).toBe(true)
  }, 20_000)
})
