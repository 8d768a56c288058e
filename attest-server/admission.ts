import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import type { Ms } from '../shared/units.js'
import type { Wait } from './routes/http/env.js'

/** Begun in one turn of the event loop. Enough for what they write to be written together, and so few that the turn is short. */
const BATCH = 8
/** For so long nothing is begun while others come. A server that is flooded with connections still serves some. */
const ACCEPTING: Ms = 5
/** A turn that takes longer is a stall (garbage, a long calculation), unless the one before was as long: then it is more work than can be done. */
const STALL: Ms = 50
/** Requests of one connection that may wait. Node reads on for as long as nothing is answered, and no browser and no proxy sends one before the last was answered. */
const MOST_OF_ONE = 32

/** What this process has had of its processors. A machine that is busy with others is not taken for one that we overload. */
function processorTime(): Ms {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** What is measured with; of any origin. */
export interface AdmissionClocks {
  /** Of work that this process has done. */
  readonly work: () => Ms
  readonly stopwatch: () => Ms
}
const clocks: AdmissionClocks = { work: processorTime, stopwatch: () => performance.now() }

interface Waiting {
  /** Who follows a request, as a tracer does, follows it here. */
  readonly scope: AsyncResource
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  /** When it came, and how much work had been done by then while somebody waited. */
  readonly came: Wait
}

export interface Admission {
  /** Takes what comes to this server; its handlers of connections have to be there already. */
  readonly admit: (server: Server) => void
  /** For how long one has waited whose turn has come. */
  readonly waitOf: (incoming: object) => Wait | undefined
  /** The most work that any has waited for since this was asked last. */
  readonly longestWait: () => Ms
  /** How many clients have left before their turn. */
  readonly gone: () => number
}

/**
 * Has requests wait for their turn, in the order in which they came, one of each connection: a few are begun in each turn of the event loop. Node takes one new connection in
 * a turn (libuv 1.46) and sees no request before it has: where turns are long, those who come wait where nobody counts them. See decision 49.
 * @param serve is never called where a request's client has gone
 */
export function createAdmission(
  serve: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
  { work, stopwatch }: AdmissionClocks = clocks,
): Admission {
  /** Of each connection what waits there. Connections take turns, or who sends many requests at once would have others wait for all of them. */
  const lineOf = new WeakMap<Socket, Waiting[]>()
  const lines: Waiting[][] = []
  const waits = new WeakMap<object, Wait>()
  let isDue = false
  let hasNewcomers = false
  let acceptingSince: Ms | undefined
  /** Work that was done while somebody waited; when that was looked at, and what the turn before took. */
  let done: Ms = 0
  let looked: Ms = 0
  let before: Ms = 0
  let longest: Ms = 0
  let gone = 0

  function schedule(): void {
    if (isDue) return
    isDue = true
    setImmediate(turn)
  }

  function look(): void {
    const now = work()
    const took = now - looked
    done += Math.min(took, Math.max(STALL, before))
    before = took
    looked = now
  }

  function turn(): void {
    isDue = false
    look()
    acceptingSince = hasNewcomers ? (acceptingSince ?? stopwatch()) : undefined
    hasNewcomers = false
    if (acceptingSince === undefined || stopwatch() - acceptingSince > ACCEPTING) beginSome()
    if (lines.length > 0) schedule()
  }

  /** @returns whose turn it is; undefined where its client has gone, and with it all that waits on its connection */
  function next(line: Waiting[]): Waiting | undefined {
    const first = line.shift() as Waiting
    const isGone = first.incoming.socket.destroyed
    if (isGone) gone += 1 + line.splice(0).length
    if (line.length > 0) lines.push(line)
    return isGone ? undefined : first
  }

  function begin({ scope, incoming, outgoing, came }: Waiting): void {
    const wait = { ms: stopwatch() - came.ms, work: done - came.work }
    longest = Math.max(longest, wait.work)
    waits.set(incoming, wait)
    scope.runInAsyncScope(serve, undefined, incoming, outgoing)
  }

  function beginSome(): void {
    acceptingSince = undefined
    for (let begun = 0; begun < BATCH && lines.length > 0; ) {
      const request = next(lines.shift() as Waiting[])
      if (!request) continue
      begun++
      begin(request)
    }
  }

  function receive(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { socket } = incoming
    const line = lineOf.get(socket) ?? []
    if (line.length === MOST_OF_ONE) socket.destroy()
    if (socket.destroyed) return void gone++
    if (lines.length === 0) {
      looked = work()
      before = 0
    }
    if (line.length === 0) lines.push(line)
    line.push({ scope: new AsyncResource('Waiting'), incoming, outgoing, came: { ms: stopwatch(), work: done } })
    lineOf.set(socket, line)
    schedule()
  }

  return {
    admit: (server) =>
      void server.on('request', receive).on('connection', () => {
        hasNewcomers = true
        schedule()
      }),
    waitOf: (incoming) => waits.get(incoming),
    longestWait() {
      const most = longest
      longest = 0
      return most
    },
    gone: () => gone,
  }
}
