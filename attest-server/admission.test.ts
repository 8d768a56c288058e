import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import type { Server, Socket } from 'node:net'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Admission, createAdmission } from './admission.js'
import type { Wait } from './routes/http/env.js'
import { FakeSocket } from './testing/fake-socket.js'

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
const namesOf = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

let worked: number
let now: number
let admission: Admission
let served: number[]
/** By name. */
let waits: (Wait | undefined)[]
/** What answers. */
let handle: (socket: FakeSocket, name: number) => void
let come: (name: number, socket?: FakeSocket) => void
let connect: () => void
const comeAll = (count: number): void => namesOf(count).forEach((name) => void come(name))
beforeEach(() => {
  worked = 0
  now = 0
  served = []
  waits = []
  handle = (socket) => socket.finish()
  const serve = (incoming: object, outgoing: EventEmitter) => {
    const { name, socket } = incoming as { name: number; socket: FakeSocket }
    served.push(name)
    waits[name] = admission.waitOf(incoming)
    socket.answer = outgoing
    handle(socket, name)
  }
  admission = createAdmission(serve, { work: () => worked, stopwatch: () => now })
  const server = new EventEmitter()
  admission.admit(server as Server)
  come = (name, socket = new FakeSocket()) => void server.emit('request', { name, socket }, new EventEmitter())
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
    const ended = new FakeSocket()
    come(200, ended)
    ended.writable = false
    await nextTurn()
    expect(served).toEqual(namesOf(8))
    await nextTurn()
    expect(admission.gone()).toBe(11)
  })

  it('of one connection are 32 at most that wait: who sends more, and reads no answers, is cut off', async () => {
    const [greedy, busy] = [new FakeSocket(), new FakeSocket()]
    for (const name of namesOf(33)) come(100 + name, greedy)
    for (const name of namesOf(32)) come(name, busy)
    expect([greedy.destroyed, busy.destroyed]).toEqual([true, false])
    for (let i = 0; i < 4; i++) await nextTurn()
    expect(served).toEqual(namesOf(32))
    for (const name of namesOf(32)) come(name, busy)
    expect(busy.destroyed, 'what was answered waits no more').toBe(false)
    for (let i = 0; i < 4; i++) await nextTurn()
  })

  it('are held where one says so, and go on in their order', async () => {
    const goOn = admission.hold()
    comeAll(10)
    for (let i = 0; i < 3; i++) await nextTurn()
    expect(served).toEqual([])
    goOn()
    for (let i = 0; i < 2; i++) await nextTurn()
    expect(served).toEqual(namesOf(10))
  })

  it('of one connection are begun when the one before has been answered', async () => {
    const [slow, other] = [new FakeSocket(), new FakeSocket()]
    handle = () => undefined
    const isIdle = () => admission.isIdle(slow as unknown as Socket)
    expect(isIdle()).toBe(true)
    for (const name of [0, 1]) come(name, slow)
    come(2, other)
    for (let i = 0; i < 3; i++) await nextTurn()
    expect([served, isIdle()]).toEqual([[0, 2], false])
    slow.finish()
    expect(isIdle()).toBe(false)
    await nextTurn()
    expect([served, isIdle()]).toEqual([[0, 2, 1], false])
    slow.finish()
    expect(isIdle()).toBe(true)
  })

  it('of one connection count while nothing is answered, however many turns go by', async () => {
    const greedy = new FakeSocket()
    handle = () => undefined
    for (const name of namesOf(33)) {
      come(name, greedy)
      await nextTurn()
    }
    expect(greedy.destroyed, 'one is served and 32 wait').toBe(false)
    come(33, greedy)
    await nextTurn()
    expect([greedy.destroyed, served, admission.gone()]).toEqual([true, [0], 33])
  })

  it('are served in the scope in which they came', async () => {
    const storage = new AsyncLocalStorage<number>()
    const seen: unknown[] = []
    const server = new EventEmitter()
    createAdmission(() => void seen.push(storage.getStore())).admit(server as Server)
    for (const name of [1, 2]) storage.run(name, () => server.emit('request', { socket: new FakeSocket() }, new EventEmitter()))
    await nextTurn()
    expect(seen).toEqual([1, 2])
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

  it('behind an answer that is not yet read is nobody’s: it begins when that has been sent', async () => {
    const slow = new FakeSocket()
    handle = () => undefined
    for (const name of [0, 1]) come(name, slow)
    await nextTurn()
    now += 3000
    worked += 3000
    slow.finish()
    now += 2
    worked += 1
    await nextTurn()
    expect(waits[1]).toEqual({ ms: 2, work: 1 })
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
