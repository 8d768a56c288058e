import { EventEmitter } from 'node:events'
import type { Server } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createAdmission } from './admission.js'
import { FakeSocket } from './testing/fake-socket.js'

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
const namesOf = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

const act = fc.record({
  connection: fc.nat(4),
  what: fc.constantFrom('asks', 'asks', 'asks', 'asks from within', 'is answered', 'is cut off', 'connects'),
  took: fc.nat(3),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

/** @returns what was begun, of all that came by each connection, and how many were not */
async function play(turns: readonly (readonly Act[])[]) {
  let now = 0
  const server = new EventEmitter()
  const sockets = namesOf(5).map(() => new FakeSocket())
  const came: FakeSocket[] = []
  const begun: number[] = []
  const faults: string[] = []
  const within: FakeSocket[] = []
  let isOver = false
  const ask = (socket: FakeSocket): void => {
    const name = came.push(socket) - 1
    server.emit('request', { name, socket }, new EventEmitter())
  }
  function serve(incoming: object, outgoing: EventEmitter): void {
    const { name, socket } = incoming as { name: number; socket: FakeSocket }
    begun.push(name)
    if (socket.destroyed) faults.push(`${name} was begun for nobody`)
    if (socket.answer) faults.push(`${name} was begun beside another of its connection`)
    socket.answer = outgoing
    for (const other of within.splice(0)) ask(other)
    if (isOver) socket.finish()
  }
  const admission = createAdmission(serve as Parameters<typeof createAdmission>[0], { work: () => now, stopwatch: () => now })
  admission.admit(server as Server)
  const acts: Record<Act['what'], (socket: FakeSocket) => void> = {
    asks: ask,
    'asks from within': (socket) => void within.push(socket),
    'is answered': (socket) => socket.finish(),
    'is cut off': (socket) => socket.destroy(),
    connects: () => void server.emit('connection'),
  }
  for (const turn of turns) {
    for (const { connection, what, took } of turn) {
      acts[what](sockets[connection] as FakeSocket)
      now += took
    }
    await nextTurn()
  }
  isOver = true
  for (const socket of sockets) socket.finish()
  for (let i = 0; i <= came.length; i++) await nextTurn()
  return { sockets, came, begun, faults, gone: admission.gone() }
}

it('requests are begun once, in the order of their connection and one of it at a time, or never where it has ended', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(act, { maxLength: 40 }), { maxLength: 10 }), async (turns) => {
      const { sockets, came, begun, faults, gone } = await play(turns)
      expect(faults).toEqual([])
      expect(begun.length + gone, 'begun or gone').toBe(came.length)
      for (const socket of sockets) {
        const all = namesOf(came.length).filter((name) => came[name] === socket)
        const ours = begun.filter((name) => came[name] === socket)
        expect(ours).toEqual(socket.destroyed ? all.slice(0, ours.length) : all)
      }
    }),
    { numRuns: 200 },
  )
})
