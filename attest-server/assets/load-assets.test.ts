import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestServer, ISSUER } from '../testing/test-server.js'
import { loadAssets } from './load-assets.js'

const CODE = `console.log("${'collector '.repeat(200)}")`
const INTEGRITY = `sha384-${createHash('sha384').update(CODE).digest('base64')}`
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-assets-'))
  writeFileSync(join(folder, 'collector.js'), CODE)
  writeFileSync(join(folder, 'cli.mjs'), 'not for browsers')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  (await createTestServer({ deps: { assets: loadAssets(folder) } })).app.request(path, { headers })

describe('the collector’s files', () => {
  it('are served to every origin, for a short time under their plain name', async () => {
    const response = await get('/collector.js')
    expect(await response.text()).toBe(CODE)
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=300\b/)
  })

  it('are served for ever under a name that changes with their content', async () => {
    const index = (await (await get('/assets/integrity.json')).json()) as Record<string, { url: string; integrity: string }>
    const { url, integrity } = index['collector.js']!
    expect(integrity).toBe(INTEGRITY)
    expect(url).toMatch(new RegExp(`^${ISSUER}/assets/collector\\.[0-9a-f]{16}\\.js$`))
    const response = await get(new URL(url).pathname)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await response.text()).toBe(CODE)
  })

  it('are not sent twice', async () => {
    const etag = (await get('/collector.js')).headers.get('etag') ?? ''
    const again = await get('/collector.js', { 'if-none-match': `"other", ${etag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  })

  it('are compressed as the browser likes', async () => {
    const body = async (accepted: string) => {
      const response = await get('/collector.js', { 'accept-encoding': accepted })
      expect(response.headers.get('vary')).toContain('Accept-Encoding')
      return { encoding: response.headers.get('content-encoding'), bytes: Buffer.from(await response.arrayBuffer()) }
    }
    const br = await body('gzip, deflate, br, zstd')
    expect([br.encoding, brotliDecompressSync(br.bytes).toString()]).toEqual(['br', CODE])
    const gzip = await body('br;q=0, gzip;q=0.5')
    expect([gzip.encoding, gunzipSync(gzip.bytes).toString()]).toEqual(['gzip', CODE])
    expect((await body('identity')).encoding).toBeNull()
  })

  it('are the only files', async () => {
    for (const path of [
      '/cli.mjs',
      '/worker.js',
      '/assets/collector.js',
      '/assets/..%2fcli.mjs',
      '/assets/collector.0000000000000000.js',
    ]) {
      expect((await get(path)).status, path).toBe(404)
    }
  })
})
