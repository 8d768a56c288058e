import { createSocket, type Socket } from 'node:dgram'
import { afterEach, describe, expect, it } from 'vitest'
import { createResolveHost } from './resolve-host.js'

let socket: Socket | undefined
afterEach(() => socket?.close())

/** A name server (RFC 1035) that answers A with two addresses, AAAA with one, and says of other names that there are none. */
function startNameServer(name: string): Promise<string> {
  const question = Buffer.from(
    `${name
      .split('.')
      .map((label) => String.fromCharCode(label.length) + label)
      .join('')}\0`,
    'latin1',
  )
  const records: ReadonlyMap<number, readonly Buffer[]> = new Map([
    [1, [Buffer.from([192, 0, 2, 7]), Buffer.from([10, 0, 0, 1])]],
    [28, [Buffer.from('20010db8000000000000000000000001', 'hex')]],
  ])
  const server = createSocket('udp4', (message, from) => {
    const asked = message.subarray(12, 12 + question.length + 4)
    const isKnown = asked.subarray(0, question.length).equals(question)
    const type = isKnown ? asked.readUInt16BE(question.length) : 0
    const answers = (records.get(type) ?? []).map((data) =>
      Buffer.concat([Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length]), data]),
    )
    const header = Buffer.from([message[0]!, message[1]!, 0x81, isKnown ? 0x80 : 0x83, 0, 1, 0, answers.length, 0, 0, 0, 0])
    const end = 12 + message.subarray(12).indexOf(0) + 5
    server.send(Buffer.concat([header, message.subarray(12, end), ...answers]), from.port, from.address)
  })
  socket = server
  return new Promise((resolve) => server.bind(0, '127.0.0.1', () => resolve(`127.0.0.1:${server.address().port}`)))
}

describe('the resolver of directory names', () => {
  it('says all addresses of both kinds, for somebody else to judge', async () => {
    const resolve = createResolveHost([await startNameServer('agent.example')])
    expect(await resolve('agent.example')).toEqual(['192.0.2.7', '10.0.0.1', '2001:db8::1'])
  })

  it('says nothing of names that there are not, and of localhost', async () => {
    const resolve = createResolveHost([await startNameServer('agent.example')])
    expect(await resolve('other.example')).toEqual([])
    expect(await resolve('localhost')).toEqual([])
  })
})
