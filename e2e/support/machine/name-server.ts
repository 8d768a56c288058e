import { createSocket, type RemoteInfo } from 'node:dgram'
import type { AddressInfo } from 'node:net'

/** A name server that knows a few names and denies all others (RFC 1035 §4): proofs that rest on DNS then need no network. */
export interface NameServer {
  /** `127.0.0.1:port` */
  readonly address: string
  stop(): Promise<void>
}

/** By a question such as `crawl.example A` or `1.2.0.192.in-addr.arpa PTR`: the one answer. */
export type Names = Readonly<Record<string, string>>

const TYPES: Readonly<Record<number, string>> = { 1: 'A', 12: 'PTR', 28: 'AAAA' }
const HEADER = 12
const NXDOMAIN = 3

const encodeName = (name: string): Buffer =>
  Buffer.concat([...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])), Buffer.from([0])])

/** The question's name and type, and where it ends. Questions of resolvers are not compressed. */
function readQuestion(query: Buffer): { readonly asked: string; readonly end: number } {
  const labels: string[] = []
  let at = HEADER
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length).toLowerCase())
    at += 1 + length
  }
  return { asked: `${labels.join('.')} ${TYPES[query.readUInt16BE(at + 1)] ?? 'other'}`, end: at + 5 }
}

/** One record, for its question's name, good for a minute. */
function recordOf(query: Buffer, end: number, type: string | undefined, value: string): Buffer {
  const data = type === 'PTR' ? encodeName(value) : Buffer.from(value.split('.').map(Number))
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc000 | HEADER, 0)
  query.copy(head, 2, end - 4, end)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

function answer(query: Buffer, names: Names): Buffer {
  const { asked, end } = readQuestion(query)
  const value = names[asked]
  const head = Buffer.from(query.subarray(0, end))
  head.writeUInt16BE(0x8580 | (value === undefined ? NXDOMAIN : 0), 2)
  for (const [at, count] of [1, value === undefined ? 0 : 1, 0, 0].entries()) head.writeUInt16BE(count, 4 + 2 * at)
  return value === undefined ? head : Buffer.concat([head, recordOf(query, end, asked.split(' ')[1], value)])
}

export async function startNameServer(names: Names): Promise<NameServer> {
  const socket = createSocket('udp4')
  socket.on('message', (query: Buffer, { port, address }: RemoteInfo) => socket.send(answer(query, names), port, address))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const { port } = socket.address() as AddressInfo
  return {
    address: `127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}
