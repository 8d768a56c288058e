import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createListener, type Listener } from './create-listener.js'
import type { AppEnv } from './routes/http/env.js'

const GET = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'
const POST = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi'
/** Has the processor for itself, as a long turn has. */
const block = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

let listener: Listener
let port: number
let client: ChildProcess | undefined
let work: () => void
let respond: () => Response | Promise<Response>
let envs: AppEnv['Bindings'][]
let accepted: number
/** How many connections there were when each request was begun. */
let acceptedBefore: number[]
beforeEach(async () => {
  ;[work, respond, envs, accepted, acceptedBefore] = [() => undefined, () => new Response(), [], 0, []]
  const answer = (_: Request, env: AppEnv['Bindings']) => {
    acceptedBefore.push(accepted)
    envs.push(env)
    work()
    return respond()
  }
  const created = createListener(answer, undefined)
  if (!created.ok) throw new Error(created.error)
  listener = created.value
  listener.server.on('connection', () => accepted++)
  await once(listener.server.listen(0, '127.0.0.1'), 'listening')
  port = (listener.server.address() as AddressInfo).port
})
afterEach(async () => {
  vi.restoreAllMocks()
  client?.kill()
  client = undefined
  listener.server.closeAllConnections()
  await listener.drain()
})

/** In a process of its own: while this one blocks, it goes on. @param code that has `visit(text)`, which sends that by a connection of its own */
async function visitors(code: string): Promise<void> {
  const prelude = `
    const { connect } = require('node:net')
    const visit = (text) => {
      const socket = connect(${port}, '127.0.0.1').on('error', () => {}).resume()
      socket.write(text)
      return socket
    }
`
  client = spawn(process.execPath, ['-e', prelude + code], { stdio: ['ignore', 'inherit', 'inherit'] })
  await once(client, 'exit')
}

describe('a server', () => {
  it('lets in those who come with a connection of their own much faster than it serves them', async () => {
    // While the first is served, all others come.
    work = () => void block(envs.length === 1 ? 1000 : 3)
    const last = `${JSON.stringify(GET)}.replace('Host', 'Connection: close\\r\\nHost')`
    await visitors(`visit(${last}).once('connect', () => setTimeout(() => Array.from({ length: 100 }, () => visit(${last})), 50))`)
    expect(envs).toHaveLength(101)
    expect(acceptedBefore[33], 'where one is let in for each turn: 36 at most').toBeGreaterThan(60)
  })

  it('tells what answers for how long a request has waited, and for how much work', async () => {
    let worked = 0
    // Of the whole process: other tests work in its other threads.
    vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({ user: 1000 * worked, system: 0 }))
    work = () => {
      worked++
      block(20)
    }
    // All are let in before the first one asks.
    await visitors(`
      const sockets = Array.from({ length: 17 }, () => visit(''))
      setTimeout(() => sockets.forEach((socket) => socket.write(${JSON.stringify(GET)})), 300)
      setTimeout(() => process.exit(), 1500)`)
    expect(envs).toHaveLength(17)
    const last = envs.at(-1)!.wait!
    expect(last.ms, 'while eight others were served').toBeGreaterThan(100)
    expect(last.work, 'that of eight others').toBeGreaterThanOrEqual(8)
    expect(last.work, 'who blocks does not work').toBeLessThanOrEqual(16)
  })

  it('cuts off who sends without end and waits for no answer, and serves others meanwhile', async () => {
    const flood = connect(port, '127.0.0.1')
      .on('error', () => undefined)
      .resume()
    flood.write(GET.repeat(20_000))
    const cut = new Promise((resolve) => flood.once('close', resolve))
    const answer = await fetch(`http://127.0.0.1:${port}/other`)
    expect(answer.status).toBe(200)
    await cut
    expect(envs.length).toBeLessThan(100)
    expect(listener.gone()).toBeGreaterThan(0)
  })

  it('cuts off who asks again and again while the first is not answered', async () => {
    let end: (() => void) | undefined
    respond = () =>
      new Promise((resolve) => {
        end = () => resolve(new Response())
      })
    const client = connect(port, '127.0.0.1')
      .on('error', () => undefined)
      .resume()
    const asking = setInterval(() => client.write(GET), 2)
    await once(client, 'close')
    clearInterval(asking)
    end?.()
    expect(envs).toHaveLength(1)
    expect(listener.gone()).toBe(33)
  })

  it('serves who sends and hangs up at once', async () => {
    await visitors(
      `for (let i = 0; i < 20; i++) setTimeout(() => visit(${JSON.stringify(POST)}).once('connect', function () { this.end() }), 20 * i)`,
    )
    expect(envs.length).toBe(20)
  })
})
