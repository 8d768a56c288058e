import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import type { Server } from 'node:net'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Admission, createAdmission } from './admission.js'
import type { Wait } from './routes/http/env.js'

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
const namesOf = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

class FakeSocket {
  destroyed = false
  destroy(): void {
    this.destroyed = true
  }
}

let worked: number
let now: number
let admission: Admission
let served: number[]
/** By name. */
let waits: (Wait | undefined)[]
let come: (name: number, socket?: FakeSocket) => void
let connect: () => void
const comeAll = (count: number): void => namesOf(count).forEach((name) => void come(name))
beforeEach(() => {
  worked = 0
  now = 0
  served = []
  waits = []
  const serve = (incoming: object) => {
    const { name } = incoming as { name: number }
    served.push(name)
    waits[name] = admission.waitOf(incoming)
  }
  admission = createAdmission(serve, { work: () => worked, stopwatch: () => now })
  const server = new EventEmitter()
  admission.admit(server as Server)
  come = (name, socket = new FakeSocket()) => void server.emit('request', { name, socket }, {})
  connect = () => void server.emit('connection')
})

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

  it('of one connection wait for those of all others that came before the last of its own was begun', async () => {
    const [many, one] = [new FakeSocket(), new FakeSocket()]
    for (const name of namesOf(20)) come(name, many)
    come(100, one)
    come(101, one)
    for (let i = 0; i < 3; i++) await nextTurn()
    expect(served).toEqual([0, 100, 1, 101, ...namesOf(20).slice(2)])
  })

  it('wait while others come by connections of their own, for 5 ms and no longer', async () => {
    come(1)
    for (; now <= 5; now++) {
      connect()
      await nextTurn()
      expect(served, `${now}`).toEqual([])
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

  it('of whoever has just come do not wait where nobody else does: a client that hangs up at once is served', async () => {
    connect()
    await nextTurn()
    come(1)
    await nextTurn()
    expect(served).toEqual([1])
  })

  it('whose client has gone are counted, never begun, and take nobody’s place', async () => {
    const gone = new FakeSocket()
    for (const name of namesOf(10)) come(100 + name, gone)
    comeAll(8)
    gone.destroy()
    await nextTurn()
    expect(served).toEqual(namesOf(8))
    expect(admission.gone()).toBe(10)
  })

  it('of one connection are 32 at most that wait: who sends more, and reads no answers, is cut off', async () => {
    const [greedy, busy] = [new FakeSocket(), new FakeSocket()]
    for (const name of namesOf(33)) come(100 + name, greedy)
    for (const name of namesOf(32)) come(name, busy)
    expect([greedy.destroyed, busy.destroyed]).toEqual([true, false])
    for (let i = 0; i < 4; i++) await nextTurn()
    expect(served).toEqual(namesOf(32))
    for (const name of namesOf(32)) come(name, busy)
    expect(busy.destroyed, 'what was begun waits no more').toBe(false)
    for (let i = 0; i < 4; i++) await nextTurn()
  })

  it('are served in the scope in which they came', async () => {
    const storage = new AsyncLocalStorage<number>()
    const seen: unknown[] = []
    const server = new EventEmitter()
    createAdmission(() => void seen.push(storage.getStore())).admit(server as Server)
    for (const name of [1, 2]) storage.run(name, () => server.emit('request', { socket: new FakeSocket() }, {}))
    await nextTurn()
    expect(seen).toEqual([1, 2])
  })

  it('are each begun once, whenever they and connections come', async () => {
    const turn = fc.record({ requests: fc.nat(20), connections: fc.nat(3), took: fc.nat(10) })
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 20 }), async (turns) => {
        served = []
        let count = 0
        for (const { requests, connections, took } of turns) {
          for (let i = 0; i < connections; i++) connect()
          for (let i = 0; i < requests; i++) come(count++)
          now += took
          worked += took
          await nextTurn()
        }
        for (let i = 0; i <= count / 8; i++) await nextTurn()
        await nextTurn()
        expect(served).toEqual(namesOf(count))
      }),
      { numRuns: 30 },
    )
  })
})

describe('the wait', () => {
  it('is told of each request, in time and in work', async () => {
    comeAll(16)
    now += 40
    worked += 30
    await nextTurn()
    expect(waits[7]).toEqual({ ms: 40, work: 30 })
    now += 25
    worked += 20
    await nextTurn()
    expect(waits[8]).toEqual({ ms: 65, work: 50 })
  })

  it('of who came later is only what was done since', async () => {
    comeAll(8)
    worked += 30
    await nextTurn()
    worked += 500
    come(8)
    worked += 10
    await nextTurn()
    expect(waits[8]).toEqual({ ms: 0, work: 10 })
  })

  it('counts one long turn for little, for that is a stall; of two in a row all', async () => {
    comeAll(24)
    worked += 5000
    await nextTurn()
    expect(waits[0]!.work).toBe(50)
    worked += 400
    await nextTurn()
    expect(waits[8]!.work).toBe(450)
  })

  it('that was the longest is told once', async () => {
    comeAll(16)
    worked += 30
    await nextTurn()
    worked += 20
    await nextTurn()
    expect(admission.longestWait()).toBe(50)
    expect(admission.longestWait()).toBe(0)
  })
})
