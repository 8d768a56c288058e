import { createHash } from 'node:crypto'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import {
  type ConnectionOptions,
  connect as connectTls,
  createServer as createTlsServer,
  type TLSSocket,
  type Server as TlsServer,
} from 'node:tls'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientHelloRecords, valuesOf } from '../../testing/client-hello-bytes.js'
import { ja4Of } from '../hello/ja4-of.js'
import { peekClientHello } from '../hello/peek-client-hello.js'
import { type FrontLimits, frontTls, type TlsFront } from './front-tls.js'

// Keys that both know stand in for certificates (RFC 4279): nothing has to be made or kept for these tests.
const psk = Buffer.alloc(16, 1)
const ciphers = 'PSK-AES256-GCM-SHA384:PSK-AES128-GCM-SHA256'
const tls12 = { ciphers, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } as const

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
const closed = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()))
const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

let front: TlsFront
let port: number
/** What the TLS server's requests were found to come with. */
let found: (string | null)[]
/** What was seen of each is asked for once they have been closed, too. */
let sockets: TLSSocket[]
let server: TlsServer

async function start(limits: FrontLimits): Promise<void> {
  found = []
  sockets = []
  server = createTlsServer({ ...tls12, ALPNProtocols: ['h2', 'http/1.1'], pskCallback: () => psk }, (socket: TLSSocket) => {
    found.push(front.seenOf(socket)?.ja4 ?? null)
    sockets.push(socket)
    socket.on('error', () => {})
    socket.pipe(socket)
  })
  server.on('tlsClientError', () => {})
  front = frontTls(server, limits)
  port = await listen(server)
}
const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
beforeEach(() => start({ bytes: 2 ** 15, time: 300, waiting: 100 }))
afterEach(stop)

/** Speaks TLS to the server, and returns what it sends back. */
function echo(options: ConnectionOptions, text = 'over an untouched connection'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      port,
      host: '127.0.0.1',
      ...tls12,
      pskCallback: () => ({ psk, identity: 'test' }),
      checkServerIdentity: () => undefined,
      ...options,
    })
    socket.once('error', reject).once('secureConnect', () => socket.write(text))
    socket.once('data', (data) => {
      resolve(data.toString())
      socket.destroy()
    })
  })
}

describe('in front of a TLS server', () => {
  it('a client’s JA4 is read, and the client notices nothing', async () => {
    expect(await echo({ ALPNProtocols: ['h2'], servername: 'attest.example' })).toBe('over an untouched connection')
    const [head, suites] = found[0]!.split('_')
    expect(head).toMatch(/^t12d03\d\dh2$/)
    expect(suites).toBe(shortHash('00a8,00a9,00ff'))
  })

  it('each connection has its own', async () => {
    await Promise.all([echo({ ALPNProtocols: ['h2'], servername: 'a.example' }), echo({ ciphers: 'PSK-AES128-GCM-SHA256' })])
    expect(found.map((ja4) => ja4!.slice(0, 6)).sort()).toEqual(['t12d03', 't12i02'])
    expect(found.map((ja4) => ja4!.slice(8, 10)).sort()).toEqual(['00', 'h2'])
  })

  it('a hundred connections at once are not mixed up', async () => {
    const names = ['PSK-AES256-GCM-SHA384', 'PSK-AES128-GCM-SHA256']
    for (let round = 0; round < 34; round++) await Promise.all([0, 1, 1].map((i) => echo({ ciphers: names[i]! }, `${i}`)))
    const suites = sockets.map((socket) => front.seenOf(socket)!.ja4.split('_')[1])
    expect(suites).toHaveLength(102)
    expect(suites.filter((hash) => hash === shortHash('00a8,00ff'))).toHaveLength(68)
    expect(suites.filter((hash) => hash === shortHash('00a9,00ff'))).toHaveLength(34)
  })

  it('who says nothing is pushed out by those who come, and never pushes them out', async () => {
    await stop()
    await start({ bytes: 2 ** 15, time: 60_000, waiting: 3 })
    const silent = Array.from({ length: 9 }, () =>
      connect(port, '127.0.0.1')
        .on('error', () => {})
        .resume(),
    )
    const ends = silent.map(closed)
    await Promise.all(ends.slice(0, 6))
    expect(silent.slice(6).map(({ destroyed }) => destroyed)).toEqual([false, false, false])
    expect(await echo({})).toBe('over an untouched connection')
    await ends[6]
    for (const socket of silent) socket.destroy()
  })

  it('connections that are not open yet can be dropped, and no others', async () => {
    const silent = connect(port, '127.0.0.1')
      .on('error', () => {})
      .resume()
    await echo({})
    const kept = connectTls({
      port,
      host: '127.0.0.1',
      ...tls12,
      pskCallback: () => ({ psk, identity: 'test' }),
      checkServerIdentity: () => undefined,
    })
    await new Promise((resolve) => kept.once('secureConnect', resolve))
    front.dropWaiting()
    await closed(silent)
    kept.write('still here')
    expect(String(await new Promise((resolve) => kept.once('data', resolve)))).toBe('still here')
    kept.destroy()
  })

  it('a hello that comes byte by byte is read whole', async () => {
    const slow = connect(port, '127.0.0.1')
    slow.setNoDelay()
    const tls = connectTls({
      socket: dripping(slow),
      ...tls12,
      pskCallback: () => ({ psk, identity: 'test' }),
      checkServerIdentity: () => undefined,
    })
    const text = new Promise((resolve) => tls.once('data', (data) => resolve(data.toString())))
    tls.write('slowly')
    expect(await text).toBe('slowly')
    expect(found[0]).toMatch(/^t12i03/)
    slow.destroy()
  })

  it('what is no TLS is the TLS server’s to refuse, and who says nothing is left', async () => {
    const http = connect(port, '127.0.0.1')
    http.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: attest.example\r\n\r\n')
    const silent = connect(port, '127.0.0.1').on('error', () => {})
    await Promise.all([closed(http.resume()), closed(silent.resume())])
    expect(found).toEqual([])
  })

  it('a client that hangs up at once hurts nobody', async () => {
    const gone = connect(port, '127.0.0.1').on('error', () => {})
    gone.once('connect', () => gone.resetAndDestroy())
    await closed(gone)
    expect(await echo({})).toBe('over an untouched connection')
  })
})

/** A stream over a socket: each byte is written by itself, the first 60 each in a turn of their own. */
function dripping(socket: Socket): Duplex {
  const drip = async (data: Buffer) => {
    for (const [i, byte] of data.entries()) {
      socket.write(Buffer.from([byte]))
      if (i < 60) await setImmediate()
    }
  }
  const stream = new Duplex({
    read: () => {},
    write: (data: Buffer, _, done) => {
      drip(data).then(() => done(), done)
    },
  })
  socket.on('data', (data) => stream.push(data)).once('close', () => stream.destroy())
  return stream
}

describe('peeking', () => {
  const hello = {
    legacyVersion: 0x0303,
    ciphers: valuesOf('1301,1302'),
    extensions: valuesOf('000d,002b'),
    versions: [0x0304],
    signatureAlgorithms: [0x0403],
    alpn: undefined,
  }
  const bytes = clientHelloRecords(hello)

  async function peeked(send: (client: Socket) => void, limits = { bytes: 2 ** 15, time: 200 }) {
    const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve))
    const client = connect(peekPort, '127.0.0.1').on('error', () => {})
    client.once('connect', () => send(client))
    const socket = (await accepted).on('error', () => {})
    const result = await peekClientHello(socket, limits)
    const rest: unknown = socket.read()
    client.destroy()
    socket.destroy()
    return { result, rest }
  }
  let server: Server
  let peekPort: number
  beforeEach(async () => {
    server = createServer()
    peekPort = await listen(server)
  })
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

  it('leaves every byte where it was, also what came with the hello', async () => {
    const both = Buffer.concat([bytes, Buffer.from([23, 3, 3, 0, 1, 7])])
    const { result, rest } = await peeked((client) => client.write(both))
    expect(result.ok && ja4Of(result.value)).toBe(ja4Of(hello))
    expect(rest).toEqual(both)
  })

  it('waits for a hello that comes in parts, and not for ever', async () => {
    const parts = await peeked((client) => {
      client.write(bytes.subarray(0, 20))
      setTimeout(() => client.write(bytes.subarray(20)), 30)
    })
    expect([parts.result.ok, parts.rest]).toEqual([true, bytes])
    expect((await peeked((client) => client.write(bytes.subarray(0, 20)), { bytes: 999, time: 50 })).result).toEqual({
      ok: false,
      error: 'timeout',
    })
  })

  it('keeps no more than it may', async () => {
    const long = clientHelloRecords({ ...hello, ciphers: Array.from({ length: 4000 }, (_, i) => i) })
    expect((await peeked((client) => client.write(long.subarray(0, 3000)), { bytes: 2000, time: 5000 })).result).toEqual({
      ok: false,
      error: 'too-long',
    })
  })

  it('tells what is no TLS, and who leaves', async () => {
    expect((await peeked((client) => client.write('SSH-2.0-x\r\n'))).result).toEqual({ ok: false, error: 'not-tls' })
    expect((await peeked((client) => client.end(bytes.subarray(0, 9)))).result).toEqual({ ok: false, error: 'closed' })
  })
})
