import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createListener, type Listener } from './create-listener.js'

const GET = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'
/** More than what lies between two programs of one machine. */
const LARGE = 32 * 2 ** 20

let listener: Listener
let port: number
let begun: number
let respond: () => Response | Promise<Response>
const clients = new Set<Socket>()
beforeEach(async () => {
  begun = 0
  const created = createListener(() => {
    begun++
    return respond()
  }, undefined)
  if (!created.ok) throw new Error(created.error)
  listener = created.value
  await once(listener.server.listen(0, '127.0.0.1'), 'listening')
  port = (listener.server.address() as AddressInfo).port
})
afterEach(async () => {
  for (const client of clients) client.destroy()
  clients.clear()
  await listener.drain()
})

/** @returns a connection that has sent the text */
async function send(text: string): Promise<Socket> {
  const client = connect(port, '127.0.0.1')
  clients.add(client)
  await once(client, 'connect')
  client.write(text)
  return client
}

async function allOf(client: Socket): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of client) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5)
}

it('an answer is sent to its end while the server stops, however slowly its client reads', async () => {
  respond = () => new Response(new Uint8Array(LARGE))
  const client = await send(GET)
  await until(() => begun === 1)
  const drained = listener.drain()
  // Longer than the server takes to look for idle connections.
  await wait(600)
  expect((await allOf(client)).length).toBeGreaterThan(LARGE)
  await drained
})

it('connections that ask for nothing are ended when the server stops', async () => {
  respond = () => new Response()
  const [kept, unused] = [await send(GET), await send('')]
  await once(kept, 'data')
  const ended = [kept, unused].map((client) => once(client.resume(), 'close'))
  await listener.drain()
  await Promise.all(ended)
})

it('whoever has connected when the server stops is answered, also those whom it has not seen yet', async () => {
  respond = () => new Response()
  await listener.leave(0)
  const coming = Array.from({ length: 30 }, () => send(GET))
  // The system has them by then, and the server the first few.
  await Promise.all(coming)
  const drained = listener.drain()
  for (const client of coming) expect((await allOf(await client)).toString()).toMatch(/^HTTP\/1.1 200/)
  await drained
})

it('what lies unread on a connection when the server stops is answered', async () => {
  respond = () => new Response()
  const clients = await Promise.all(Array.from({ length: 20 }, () => send('')))
  await wait(50)
  for (const client of clients) client.write(GET)
  await listener.leave(0)
  const drained = listener.drain()
  for (const client of clients) expect((await allOf(client)).toString()).toMatch(/^HTTP\/1.1 200/)
  await drained
})

it('whoever is answered once the server leaves is told that the connection ends, whenever it asked', async () => {
  const answers: (() => void)[] = []
  respond = () => new Promise((resolve) => answers.push(() => resolve(new Response())))
  const under = await send(GET)
  await until(() => begun === 1)
  await listener.leave(0)
  const late = await send(GET)
  await until(() => begun === 2)
  for (const answer of answers) answer()
  const wrong = await send('GET / HTTP/1.1\r\nHost: a b\r\n\r\n')
  respond = () => Promise.reject(new Error('no'))
  const failing = await send(GET)
  for (const client of [under, late, wrong, failing]) expect((await allOf(client)).toString()).toMatch(/^connection: close\r$/im)
})
