import { AsyncLocalStorage } from 'node:async_hooks'
import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Admission, createAdmission, type Serve } from './admission.js'

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

let worked: number
let admission: Admission
let served: number[]
let come: (name: number, isGone?: boolean) => void
let connect: () => void
beforeEach(() => {
  worked = 0
  served = []
  admission = createAdmission(
    ({ url }) => void served.push(Number(url)),
    () => worked,
  )
  come = (name, isGone = false) =>
    admission.receive({ url: `${name}`, socket: { destroyed: isGone } } as IncomingMessage, {} as ServerResponse)
  const server = new EventEmitter()
  admission.watch(server as Server)
  connect = () => server.emit('connection')
})

const namesOf = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
const comeAll = (count: number): void => namesOf(count).forEach((name) => void come(name))

describe('requests', () => {
  it('are begun in the order in which they came, eight in a turn', async () => {
    comeAll(20)
    expect(served, 'in the turn in which they are read').toEqual([])
    await nextTurn()
    expect(served).toEqual(namesOf(8))
    await nextTurn()
    expect(served).toEqual(namesOf(16))
    await nextTurn()
    expect(served).toEqual(namesOf(20))
  })

  it('wait while others come by connections of their own, for thirty turns or so', async () => {
    come(1)
    for (let turns = 0; turns < 31; turns++) {
      connect()
      await nextTurn()
      expect(served).toEqual([])
    }
    connect()
    await nextTurn()
    expect(served).toEqual([1])
  })

  it('go on in the next turn in which nobody new has come', async () => {
    come(1)
    connect()
    await nextTurn()
    await nextTurn()
    expect(served).toEqual([1])
  })

  it('are never begun for a client that has gone', async () => {
    come(1, true)
    come(2)
    await nextTurn()
    expect(served).toEqual([2])
  })

  it('are served in the scope in which they came, and told for how long they waited', async () => {
    const storage = new AsyncLocalStorage<number>()
    const seen: unknown[] = []
    const { receive } = createAdmission((_, __, waited) => void seen.push(storage.getStore(), waited > 0 && waited < 1000))
    for (const name of [1, 2]) storage.run(name, receive, { socket: {} } as IncomingMessage, {} as ServerResponse)
    await nextTurn()
    expect(seen).toEqual([1, true, 2, true])
  })

  it('are each begun once, whenever they and connections come', async () => {
    const turn = fc.record({ requests: fc.nat(20), connections: fc.nat(3) })
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 20 }), async (turns) => {
        served = []
        let count = 0
        for (const { requests, connections } of turns) {
          for (let i = 0; i < connections; i++) connect()
          for (let i = 0; i < requests; i++) come(count++)
          await nextTurn()
        }
        for (let i = 0; i <= count / 8; i++) await nextTurn()
        await nextTurn()
        expect(served).toEqual(namesOf(count))
        expect(admission.late()).toBe(0)
      }),
      { numRuns: 30 },
    )
  })
})

describe('lateness', () => {
  it('is the work that was done while whoever is next has waited', async () => {
    comeAll(24)
    expect(admission.late()).toBe(0)
    worked += 30
    await nextTurn()
    expect(admission.late()).toBe(30)
    come(24)
    worked += 20
    await nextTurn()
    expect(admission.late()).toBe(50)
    worked += 10
    await nextTurn()
    expect(admission.late(), 'of the one who came later').toBe(30)
  })

  it('is nothing where nobody waits, however much was done before', async () => {
    come(1)
    worked += 40
    await nextTurn()
    expect(admission.late()).toBe(0)
    worked += 1000
    comeAll(9)
    await nextTurn()
    expect(admission.late()).toBe(0)
  })

  it('counts a stall for little: one long turn is not more work than can be done', async () => {
    comeAll(24)
    worked += 5000
    await nextTurn()
    expect(admission.late()).toBe(50)
  })
})

describe('a server', () => {
  /** Has the processor for itself, as a long turn has. */
  const block = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
  const CLIENTS = 100
  const visitors = `
    const { connect } = require('node:net')
    const request = 'GET / HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n'
    const visit = () => {
      const socket = connect(+process.argv[1], '127.0.0.1').resume()
      socket.write(request)
      return socket
    }
    visit().once('connect', () => setTimeout(() => Array.from({ length: ${CLIENTS} }, visit), 50))`

  it('lets in those who come with a connection of their own much faster than it serves them', async () => {
    let accepted = 0
    const acceptedBefore: number[] = []
    const serve: Serve = (_, outgoing) => {
      acceptedBefore.push(accepted)
      // While the first is served, all others come.
      block(acceptedBefore.length === 1 ? 1000 : 2)
      outgoing.end()
    }
    const { receive, watch } = createAdmission(serve)
    const server = createServer(receive).on('connection', () => accepted++)
    watch(server)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const client = spawn(process.execPath, ['-e', visitors, String((server.address() as AddressInfo).port)])
    await once(client, 'exit')
    server.close()
    expect(acceptedBefore).toHaveLength(1 + CLIENTS)
    expect(acceptedBefore[17], 'where one is let in for each turn: less than 20').toBeGreaterThan(50)
  })
})
