import { once } from 'node:events'
import { Agent, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createListener, type Listener } from './create-listener.js'
import { type TemporaryFolder, temporaryFolder } from './network/testing/temporary-folder.js'
import { makeCertificate } from './testing/make-certificate.js'

const MINUTE = 60_000
const first = makeCertificate({ name: 'first.example' })
const second = makeCertificate({ name: 'second.example' })

let folder: TemporaryFolder
let listener: Listener
let port: number
let stopFollowing: () => void
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  folder = temporaryFolder()
  const tls = { cert: folder.write('cert', first.cert, 1), key: folder.write('key', first.key, 1) }
  const created = createListener((_, env) => Response.json(env.tls ?? null), tls)
  if (!created.ok) throw new Error(created.error)
  listener = created.value
  stopFollowing = listener.follow({ info: () => {}, error: () => {} }, () => 1_800_000_000)
  await new Promise<void>((resolve) => listener.server.listen(0, '127.0.0.1', resolve))
  port = (listener.server.address() as AddressInfo).port
})
afterEach(async () => {
  stopFollowing()
  vi.useRealTimers()
  await listener.drain()
  folder.remove()
})

const insecure = { host: '127.0.0.1', rejectUnauthorized: false }

function seen(agent: Agent): Promise<{ tls: unknown; socket: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...insecure, port, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ tls: JSON.parse(text), socket: String(outgoing.reusedSocket) }))
    })
    outgoing.once('error', reject).end()
  })
}

const nameShown = (): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    const socket = connect({ ...insecure, port }, () => {
      resolve(socket.getPeerCertificate().subjectaltname?.split(',')[0])
      socket.destroy()
    }).once('error', reject)
  })

it('tells of every request on a connection that is kept how its client opened it, also once the session is resumed', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const [one, two] = [await seen(agent), await seen(agent)]
  expect([one.socket, two.socket]).toEqual(['false', 'true'])
  expect(one.tls).toEqual({ ja4: expect.stringMatching(/^t13i\d{4}(00|h1)_/), shape: 'plain' })
  expect(two.tls).toEqual(one.tls)
  for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy()
  // The agent remembers the session: its hello has one extension more, and the same suites.
  const resumed = (await seen(agent)) as { tls: { ja4: string } }
  expect(resumed.tls.ja4.split('_')[1]).toBe((one.tls as { ja4: string }).ja4.split('_')[1])
  agent.destroy()
})

it('shows a renewed certificate to whoever comes next', async () => {
  expect(await nameShown()).toBe('DNS:first.example')
  folder.write('cert', second.cert, 2)
  vi.advanceTimersByTime(MINUTE)
  expect(await nameShown(), 'its key is not there yet').toBe('DNS:first.example')
  folder.write('key', second.key, 2)
  vi.advanceTimersByTime(MINUTE)
  expect(await nameShown()).toBe('DNS:second.example')
  expect((await seen(new Agent())).tls, 'and goes on to read hellos').toMatchObject({ shape: 'plain' })
})

it('answers whoever has connected before it stops, also those with whom it has not shaken hands yet', async () => {
  const coming = Array.from({ length: 20 }, () => connect({ ...insecure, port }))
  const answers = coming.map(async (client) => {
    client.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    let text = ''
    for await (const part of client) text += part
    return text.slice(0, 15)
  })
  await Promise.all(coming.map((client) => once(client, 'connect')))
  await listener.leave(0)
  const drained = listener.drain()
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['HTTP/1.1 200 OK']))
  await drained
})
