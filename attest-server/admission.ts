import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import type { Ms } from '../shared/units.js'
import type { Wait } from './routes/http/env.js'

/** Begun in one turn of the event loop. Enough for what they write to be written together, and so few that the turn is short. */
const BATCH = 8
/** For so long nothing is begun while others come. A server that is flooded with connections still serves some. */
const ACCEPTING: Ms = 5
/** A longer turn is a stall (garbage, a long calculation), unless the one before was as long: then it is more work than can be done. */
const STALL: Ms = 50
/** Requests of one connection that may wait. Node reads on while nothing is answered; no browser and no proxy asks again before that. */
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
}

/** What waits by one connection. */
interface Line {
  readonly waiting: Waiting[]
  /** When the first could have been begun, and how much work had been done by then while somebody waited. */
  since: Wait
  /** One was begun, and its answer is not all sent. */
  isServed: boolean
}

export interface Admission {
  /** Takes what comes to this server; its handlers of connections have to be there already. */
  readonly admit: (server: Server) => void
  /** For how long one has waited whose turn has come; from when the one before it on its connection was answered, where it came earlier. */
  readonly waitOf: (incoming: object) => Wait | undefined
  /** The most work that any has waited for since this was asked last. */
  readonly longestWait: () => Ms
  /** How many requests were never begun because their connection had ended. */
  readonly gone: () => number
  /** Begins nothing, and lets others in. @returns what ends that */
  readonly hold: () => () => void
  /** Whether all that came by a connection has been answered, to the last byte. */
  readonly isIdle: (connection: Socket) => boolean
}

/**
 * Has requests wait for their turn. Connections take turns: of each one request is begun, and the next one once its answer has been sent.
 * A few are begun in each turn of the event loop, and all who come are let in first: Node takes one new connection in a turn (libuv 1.46)
 * and sees no request before it has, so that where turns are long, those who come would wait where nobody counts them. See decision 49.
 * @param serve is never called where a request's client has gone
 */
export function createAdmission(
  serve: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
  { work, stopwatch }: AdmissionClocks = clocks,
): Admission {
  const lineOf = new WeakMap<Socket, Line>()
  /** Those whose first may be begun, in their turn. */
  const lines: Line[] = []
  const waits = new WeakMap<object, Wait>()
  let isDue = false
  let isHeld = false
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
    if (!isHeld && (acceptingSince === undefined || stopwatch() - acceptingSince > ACCEPTING)) beginSome()
    if (lines.length > 0) schedule()
    else acceptingSince = undefined
  }

  /** @returns whose turn it is; undefined where its client has gone, and with it all that waits on its connection */
  function takeFrom({ waiting }: Line): Waiting | undefined {
    const first = waiting.shift() as Waiting
    // By TLS, one that has been ended is not destroyed at once.
    if (first.incoming.socket.writable) return first
    gone += 1 + waiting.splice(0).length
    return undefined
  }

  function lineUp(line: Line): void {
    if (line.isServed || line.waiting.length === 0) return
    if (lines.length === 0) {
      looked = work()
      before = 0
    }
    line.since = { ms: stopwatch(), work: done }
    lines.push(line)
    schedule()
  }

  function begin(line: Line, { scope, incoming, outgoing }: Waiting): void {
    const wait = { ms: stopwatch() - line.since.ms, work: done - line.since.work }
    longest = Math.max(longest, wait.work)
    waits.set(incoming, wait)
    line.isServed = true
    outgoing.once('close', () => {
      line.isServed = false
      lineUp(line)
    })
    scope.runInAsyncScope(serve, undefined, incoming, outgoing)
  }

  function beginSome(): void {
    acceptingSince = undefined
    for (let begun = 0; begun < BATCH && lines.length > 0; ) {
      const line = lines.shift() as Line
      const request = takeFrom(line)
      if (!request) continue
      begun++
      begin(line, request)
    }
  }

  function receive(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { socket } = incoming
    const line: Line = lineOf.get(socket) ?? { waiting: [], since: { ms: 0, work: 0 }, isServed: false }
    if (line.waiting.length === MOST_OF_ONE) socket.destroy()
    if (socket.destroyed) return void gone++
    lineOf.set(socket, line)
    line.waiting.push({ scope: new AsyncResource('Waiting'), incoming, outgoing })
    if (line.waiting.length === 1) lineUp(line)
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
    hold() {
      isHeld = true
      return () => {
        isHeld = false
      }
    },
    isIdle(connection) {
      const line = lineOf.get(connection)
      return !line || !(line.isServed || line.waiting.length > 0)
    },
  }
}
