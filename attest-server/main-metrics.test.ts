import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConfig } from './config.js'
import { type RunningServer, startServer } from './main.js'

let root: string
let server: RunningServer
const started = async (name: string, settings: Record<string, string>): Promise<RunningServer> => {
  const config = parseConfig({ PORT: '0', VOUCHSAFE_DATA_DIR: join(root, name), VOUCHSAFE_LOG: 'silent', ...settings })
  if (!config.ok) throw new Error(config.error.join('\n'))
  const running = await startServer(config.value, () => undefined)
  if (!running.ok) throw new Error(running.error)
  return running.value
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-metrics-'))
  server = await started('one', { HOST: '0.0.0.0', VOUCHSAFE_METRICS_PORT: '0' })
})
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true, force: true })
})

describe('the metrics of a server that listens', () => {
  it('are read where they were told to be, in the format of Prometheus', async () => {
    await fetch(`${server.url}/v1/challenge`, { method: 'POST', body: '{}' })
    await fetch(`${server.url}/nothing/here`)
    const response = await fetch(server.metrics!)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)])
    const text = await response.text()
    expect(text).toMatch(/^vouchsafe_http_request_seconds_count\{route="none",method="GET",status="4xx"\} 1$/m)
    expect(text).toMatch(/^vouchsafe_store_up 1$/m)
    expect(text).toMatch(/^vouchsafe_wait_seconds_count 2$/m)
    expect(text).toMatch(/^vouchsafe_requests_gone_total 0$/m)
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
    expect(text).toMatch(/^vouchsafe_signing_key_age_seconds \d/m)
    // A mean of nothing is no number, which Prometheus reads in any case.
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines.filter((line) => !/^[a-z\d_]+(\{([a-z]+="[^"\\]*",?)+\})? (?:[\d.e+-]+|nan)$/i.test(line))).toEqual([])
  })

  it('are not at the public address, and on this machine alone though the server is not', async () => {
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404)
    const addresses = Object.values(networkInterfaces()).flat()
    const own = addresses.find((each) => each?.family === 'IPv4' && !each.internal)
    const outside = new URL(server.metrics!)
    outside.hostname = own?.address ?? '127.0.0.2'
    await expect(fetch(outside)).rejects.toThrow()
  })

  it('answer nothing else', async () => {
    expect((await fetch(new URL('/', server.metrics!))).status).toBe(404)
    expect((await fetch(server.metrics!, { method: 'POST' })).status).toBe(405)
  })

  it('are off unless they are asked for', async () => {
    const other = await started('two', {})
    expect(other.metrics).toBeUndefined()
    await other.close()
  })

  it('stop the start where their port is taken, by its name', async () => {
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
    const { port } = holder.address() as { port: number }
    await expect(started('three', { VOUCHSAFE_METRICS_PORT: String(port) })).rejects.toThrow(/is in use\. .* set VOUCHSAFE_METRICS_PORT/)
    await new Promise((resolve) => holder.close(resolve))
  })
})
