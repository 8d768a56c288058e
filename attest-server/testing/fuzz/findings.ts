import { type FuzzRequest, targetOf } from './fuzz-request.js'
import type { Answer } from './send.js'

export interface Finding {
  readonly number: number
  readonly request: string
  /** The operation and how the problem begins: what findings are grouped by. */
  readonly kind: string
  /** All that is said of it. */
  readonly problem: string
}

export interface Findings {
  note(request: FuzzRequest, answer: Answer, problems: readonly string[]): void
  readonly all: readonly Finding[]
  /** Answers that had any. */
  failed(): number
}

const MOST_OF_A_KIND = 3
const MOST_SHOWN = 600

/** A request and what was answered, each part cut to a length. */
export function shown(request: FuzzRequest, { status, body, fault }: Answer, most = MOST_SHOWN): string {
  const { method, headers, changes } = request
  const cut = (text: string) => text.slice(0, most)
  const sent = `${method} ${cut(targetOf(request))} ${cut(JSON.stringify(headers))} ${cut(request.body?.toString() ?? '')}`
  return `${sent}\n    [${cut(changes.join('; '))}]\n    → ${status}${fault === undefined ? '' : ` ${fault}`} ${cut(body)}`
}

/** Keeps the first of each kind, and counts all. */
export function createFindings(): Findings {
  const all: Finding[] = []
  const kinds = new Map<string, number>()
  let failed = 0
  return {
    all,
    failed: () => failed,
    note(request, answer, problems) {
      if (problems.length > 0) failed++
      for (const problem of problems) {
        const kind = `${request.described.operation.operationId} ${problem.slice(0, 60)}`
        const times = (kinds.get(kind) ?? 0) + 1
        kinds.set(kind, times)
        if (times <= MOST_OF_A_KIND) all.push({ number: request.number, request: shown(request, answer), kind, problem })
      }
    },
  }
}
