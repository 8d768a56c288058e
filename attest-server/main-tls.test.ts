import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CompiledServer, compileServer } from './testing/compile-server.js'
import { type CertificateWishes, makeCertificate } from './testing/make-certificate.js'
import { spawnCli, spawnServer } from './testing/spawn-server.js'

let compiled: CompiledServer
let root: string
beforeAll(() => {
  compiled = compileServer()
  root = mkdtempSync(join(tmpdir(), 'vouchsafe-tls-'))
}, 30_000)
afterAll(() => {
  compiled.remove()
  rmSync(root, { recursive: true, force: true })
})

let made = 0
function settings(wishes: CertificateWishes = {}) {
  const { cert, key } = makeCertificate(wishes)
  const paths = { VOUCHSAFE_TLS_CERT: join(root, `cert-${made}`), VOUCHSAFE_TLS_KEY: join(root, `key-${made}`) }
  writeFileSync(paths.VOUCHSAFE_TLS_CERT, cert)
  writeFileSync(paths.VOUCHSAFE_TLS_KEY, key)
  return { paths, cert, dataDir: join(root, `data-${made++}`) }
}

/** Asks over a connection of its own, unless one is given. */
function ask(url: string, path: string, ca: string, more: object = {}): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, url), { ca, agent: false, ...more }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode, body }))
    })
    outgoing.once('error', reject).end()
  })
}

const opened = (port: number, ca: string): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = connectTls({ port, host: '127.0.0.1', ca })
    socket.once('secureConnect', () => resolve(socket)).once('error', reject)
  })

describe('vouchsafe serve with a certificate', { timeout: 30_000 }, () => {
  it('serves on https alone, under its public name, and only HTTP/1.1', async () => {
    const { paths, cert, dataDir } = settings()
    const server = await spawnServer(compiled.cli, dataDir, paths)
    expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    expect((await ask(server.url, '/healthz', cert)).status).toBe(200)
    expect(JSON.parse((await ask(server.url, '/openapi.json', cert)).body).servers).toEqual([{ url: server.url }])
    await expect(fetch(server.url.replace('https', 'http'))).rejects.toThrow()
    await expect(ask(server.url, '/healthz', makeCertificate().cert)).rejects.toThrow()
    const socket = connectTls({ port: Number(new URL(server.url).port), ca: cert, ALPNProtocols: ['h2', 'http/1.1'] })
    await new Promise((resolve) => socket.once('secureConnect', resolve))
    expect(socket.alpnProtocol).toBe('http/1.1')
    socket.destroy()
    server.child.kill('SIGTERM')
    expect((await server.finished).code).toBe(0)
  })

  it('answers whoever asks after noise of every kind, and stays the same process', async () => {
    const { paths, cert, dataDir } = settings()
    const server = await spawnServer(compiled.cli, dataDir, paths)
    const port = Number(new URL(server.url).port)
    const noise = [
      Buffer.alloc(0),
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Buffer.from([22, 3, 1, 0, 4, 1, 255, 255, 255]),
      Buffer.alloc(70_000, 22),
    ]
    for (let i = 0; i < 200; i++)
      noise.push(Buffer.from([22, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3, ...Array.from({ length: 194 }, (_, at) => (i * at * 7) % 256)]))
    for (const bytes of noise) {
      const socket = connect(port, '127.0.0.1').on('error', () => {})
      await new Promise((resolve) => socket.once('connect', resolve))
      socket.write(bytes)
      socket.resetAndDestroy()
      const other = connect(port, '127.0.0.1')
        .on('error', () => {})
        .resume()
      other.end(bytes)
      await new Promise((resolve) => other.once('close', resolve))
    }
    expect((await ask(server.url, '/healthz', cert)).status).toBe(200)
    expect(server.child.exitCode).toBeNull()
    server.child.kill('SIGTERM')
    expect((await server.finished).code).toBe(0)
  })

  it('ends the requests under way, then itself, in spite of connections that are idle, half open, or in a handshake', async () => {
    const { paths, cert, dataDir } = settings()
    const server = await spawnServer(compiled.cli, dataDir, paths)
    const port = Number(new URL(server.url).port)
    const silent = connect(port, '127.0.0.1').on('error', () => {})
    const idle = (await opened(port, cert)).on('error', () => {})
    const slow = await opened(port, cert)
    slow.write('POST /v1/challenge HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{')
    await new Promise((resolve) => setTimeout(resolve, 200))
    server.child.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 700))
    const answer = new Promise((resolve) => slow.once('data', (data) => resolve(String(data).split('\r\n')[0])))
    slow.write('}')
    expect(await answer).toBe('HTTP/1.1 400 Bad Request')
    const started = Date.now()
    expect((await server.finished).code).toBe(0)
    expect(Date.now() - started).toBeLessThan(5000)
    for (const socket of [silent, idle, slow]) socket.destroy()
  })

  it('calculates for no client that negotiates again and again', async () => {
    const { paths, cert, dataDir } = settings()
    const server = await spawnServer(compiled.cli, dataDir, paths)
    const port = Number(new URL(server.url).port)
    const socket = connectTls({ port, host: '127.0.0.1', ca: cert, maxVersion: 'TLSv1.2' })
    await new Promise((resolve) => socket.once('secureConnect', resolve))
    const fault = await new Promise((resolve) => socket.once('error', resolve).renegotiate({}, resolve))
    expect(fault).toMatchObject({ code: 'ERR_SSL_NO_RENEGOTIATION' })
    socket.destroy()
    server.child.kill('SIGTERM')
    await server.finished
  })

  it('starts with an expired certificate, and says so', async () => {
    const { paths, dataDir } = settings({ until: 1_750_000_000 })
    const server = await spawnServer(compiled.cli, dataDir, paths)
    server.child.kill('SIGTERM')
    const { code, err } = await server.finished
    const said = err.split('\n').filter((line) => line.includes('tls-certificate'))
    expect([code, said.length]).toEqual([0, 1])
    expect(said[0]).toMatch(/"level":"error".*"state":"expired"/)
  })

  it('says in one line that a certificate or its key cannot be used', async () => {
    const { paths, dataDir } = settings()
    const other = settings()
    for (const [changed, words] of [
      [{ VOUCHSAFE_TLS_CERT: join(root, 'none') }, /^VOUCHSAFE_TLS_CERT: .*none cannot be read \(ENOENT\)\.\n$/],
      [{ VOUCHSAFE_TLS_KEY: other.paths.VOUCHSAFE_TLS_KEY }, /^The key in VOUCHSAFE_TLS_KEY does not fit [^\n]+\n$/],
    ] as const) {
      const { code, err } = await spawnCli(compiled.cli, ['serve'], { VOUCHSAFE_DATA_DIR: dataDir, PORT: '0', ...paths, ...changed })
        .finished
      expect(code).toBe(1)
      expect(err).toMatch(words)
    }
  })
})
