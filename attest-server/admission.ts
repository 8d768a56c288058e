import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'node:net'
import type { Ms } from '../shared/units.js'

/** Serves a request that has waited for so long. */
export type Serve = (incoming: IncomingMessage, outgoing: ServerResponse, waited: Ms) => void

interface Waiting {
  /** Who follows a request, as a tracer does, follows it here. */
  readonly scope: AsyncResource
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly came: Ms
  /** Of the work that was done while somebody waited: as much as there was when it came. */
  readonly since: Ms
}

/** Begun in one turn of the event loop. Enough for what they write to be written together, and so few that the turn is short. */
const AT_ONCE = 8
/** Turns in a row that only let connections in. A server that is flooded with connections still serves some. */
const LET_IN = 32
/** What a turn may count for. A longer one is a stall, of the disk or the collector of garbage: many turns in a row are more work than can be done. */
const MOST_OF_TURN: Ms = 50

/** What this process has had of its processors. A machine that is busy with others is not taken for one that we overload. */
function processorTime(): Ms {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export interface Admission {
  /** What a server calls with each request. */
  readonly receive: (incoming: IncomingMessage, outgoing: ServerResponse) => void
  /** Lets in all who come to this server before the next request is begun. */
  readonly watch: (server: Server) => void
  /** For how much of this process's work whoever is next has waited; 0 where nobody waits. */
  readonly late: () => Ms
}

/**
 * Has requests wait for their turn, in the order in which they came: a few are begun in each turn of the event loop. Node takes one new connection in
 * a turn (libuv 1.46) and sees no request before it has: where turns are long, those who come wait where nobody counts them. See decision 49.
 * @param serve is never called where a request's client has gone while it waited
 * @param clock ms of work that this process has done
 */
export function createAdmission(serve: Serve, clock: () => Ms = processorTime): Admission {
  const waiting: Waiting[] = []
  let isDue = false
  let hasNewcomers = false
  let letIn = 0
  let worked: Ms = 0
  let looked: Ms = 0

  function schedule(): void {
    if (isDue || waiting.length === 0) return
    isDue = true
    setImmediate(turn)
  }

  function turn(): void {
    isDue = false
    const now = clock()
    worked += Math.min(now - looked, MOST_OF_TURN)
    looked = now
    letIn = hasNewcomers ? (letIn + 1) % LET_IN : 0
    hasNewcomers = false
    if (letIn === 0) beginSome()
    schedule()
  }

  function beginSome(): void {
    for (const { scope, incoming, outgoing, came } of waiting.splice(0, AT_ONCE)) {
      if (!incoming.socket.destroyed) scope.runInAsyncScope(serve, undefined, incoming, outgoing, performance.now() - came)
    }
  }

  return {
    receive(incoming, outgoing) {
      if (waiting.length === 0) looked = clock()
      waiting.push({ scope: new AsyncResource('Waiting'), incoming, outgoing, came: performance.now(), since: worked })
      schedule()
    },
    watch: (server) =>
      void server.on('connection', () => {
        hasNewcomers = true
      }),
    late: () => worked - (waiting[0]?.since ?? worked),
  }
}
