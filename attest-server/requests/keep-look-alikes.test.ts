import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { clock, openPrepared, random } from '../compose/compose-deps.js'
import { parseConfig } from '../config.js'
import { createApiKeys } from '../keys/api-keys.js'
import { startServer } from '../main.js'
import { keepLookAlikes } from './keep-look-alikes.js'

const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-requests-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const environment = { PORT: '0', VOUCHSAFE_DATA_DIR: folder, VOUCHSAFE_LOG: 'silent' }

function config() {
  const parsed = parseConfig(environment)
  if (!parsed.ok) throw new Error(parsed.error.join())
  return parsed.value
}

async function makeKey(): Promise<string> {
  const stores = await openPrepared(config())
  if (!stores.ok) throw new Error(stores.error)
  const keys = createApiKeys(stores.value, random, clock)
  const issued = await keys.issue('prj_1', 'afk', 'test', 'pro')
  await stores.value.close()
  if (!issued.ok) throw new Error(issued.error)
  return issued.value.secret
}

async function serve() {
  const server = await startServer(config(), () => undefined)
  if (!server.ok) throw new Error(server.error)
  return server.value
}

describe('look-alikes of a running server', () => {
  it('outlive it, with all that was reported until it was stopped', { timeout: 20_000 }, async () => {
    const headers = { 'x-api-key': await makeKey(), 'content-type': 'application/json' }
    const ask = async (url: string, path: string, body: object) =>
      (await (await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Record<string, unknown>
    const described = { useragent: 'SomeTool/1', accept: '*/*' }
    const first = await serve()
    for (let i = 0; i < 3; i++) {
      const { request_id } = await ask(first.url, '/score', described)
      expect(await ask(first.url, '/v1/outcomes', { request_id, outcome: 'bot' })).toMatchObject({ compared: true })
    }
    await first.close()
    const second = await serve()
    expect((await ask(second.url, '/score', described)).neighbors_total_counts).toEqual({ inv: 3, ok: 0 })
    await second.close()
  })

  it('are written every five minutes, one round after the other, and once more at the end', async () => {
    vi.useFakeTimers()
    let rounds = 0
    const keep = () => Promise.resolve(void rounds++)
    const stop = keepLookAlikes({ keep, of: () => undefined, label: () => Promise.resolve(false) })
    await vi.advanceTimersByTimeAsync(600_000)
    expect(rounds).toBe(2)
    await stop()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(rounds).toBe(3)
    vi.useRealTimers()
  })
})
