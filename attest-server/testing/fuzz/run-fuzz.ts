import { type ApiDocument, describedBy } from './api-document.js'
import { createAnswerChecker } from './check-answer.js'
import { createFindings, type Finding, shown } from './findings.js'
import { visitHonestly } from './honest-traffic.js'
import { learn } from './learn.js'
import { type Maker, makeRequest } from './make-request.js'
import { createSampler } from './sample-schema.js'
import { createSend, type Send } from './send.js'
import { createTally, type Row } from './tally.js'
import { allSecrets, type World } from './tenant.js'

export interface FuzzOptions {
  readonly url: string
  readonly world: World
  readonly requests: number
  readonly seed: number
  /** The number of the one request that is sent. */
  readonly only?: number
  /** How many are under way at once. */
  readonly atOnce: number
  /** Whether it shall end before all are sent. */
  isStopped?(): boolean
  /** Called now and then with the number that was reached. */
  note?(number: number): void
}

export interface FuzzReport {
  readonly findings: readonly Finding[]
  /** Of all findings; those that are kept are of different kinds, mostly. */
  readonly failed: number
  readonly rows: readonly Row[]
  readonly statuses: Readonly<Record<string, number>>
  /** The one request, whole, with its answer, where only one was sent. */
  readonly only?: string
}

/** How often visits are made whose verdicts, evidence and forms the requests name. */
const VISIT_EVERY = 150
const NOTE_EVERY = 1_000

const documentOf = async (url: string): Promise<ApiDocument> => (await (await fetch(`${url}/openapi.json`)).json()) as ApiDocument

/** Sends generated requests over all that the document of a running server describes, and looks at each answer. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { url, world, seed, requests, atOnce, only } = options
  const document = await documentOf(url)
  const operations = describedBy(document)
  const maker: Maker = { document, operations, sampler: createSampler(document), world, seed }
  const checker = createAnswerChecker(document)
  const tally = createTally(operations)
  const findings = createFindings()
  const statuses: Record<string, number> = {}
  const { send, close } = createSend(url, atOnce)
  const ask = (path: string, init?: RequestInit) => fetch(`${url}${path}`, init)
  // A connection may be closed while it is idle; the next visit is not far.
  const visit = () => Promise.allSettled(world.tenants.map((tenant) => visitHonestly(ask, tenant)))

  async function one(number: number, sending: Send) {
    const request = makeRequest(maker, number)
    const secrets = allSecrets(world)
    const answer = await sending(request)
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    tally.note(request, answer)
    findings.note(request, answer, checker.problemsOf(request, answer, secrets))
    learn(request, answer)
    return { request, answer }
  }

  let next = 0
  async function work(): Promise<void> {
    while (next < requests && !options.isStopped?.()) {
      const number = next++
      if (number % VISIT_EVERY === 0) await visit()
      if (number % NOTE_EVERY === 0) options.note?.(number)
      await one(number, send)
    }
  }
  let alone: Awaited<ReturnType<typeof one>> | undefined
  try {
    await visit()
    if (only === undefined) await Promise.all(Array.from({ length: atOnce }, work))
    else alone = await one(only, send)
  } finally {
    close()
  }
  const { all, failed } = findings
  const whole = alone && { only: shown(alone.request, alone.answer, Number.POSITIVE_INFINITY) }
  return { findings: all, failed: failed(), rows: tally.rows, statuses, ...whole }
}
