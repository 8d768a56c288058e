import { type Client, createClient, type Target } from './client.js'
import type { Check, Item } from './item.js'
import { Untold } from './untold.js'

/** What a runner says of one item. */
export interface Row extends Check {
  readonly id: string
  /** All that was sent, and the status of each answer. */
  readonly request: string
}

export interface Skipped {
  readonly id: string
  readonly reason: string
}

export interface Outcome {
  readonly rows: readonly Row[]
  /** Not in the count: no request can tell them of this server. */
  readonly skipped: readonly Skipped[]
}

/** Requests that the row names; a limit's item sends hundreds. */
const MOST_SHOWN = 6

function requestOf({ requests }: Client): string {
  const more = requests.length - MOST_SHOWN
  return requests.slice(0, MOST_SHOWN).join(', ') + (more > 0 ? `, … ${more} more` : '')
}

/** @throws when the item is not through by then */
async function withDeadline(running: Promise<Check>, deadline: number): Promise<Check> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not through within ${deadline} ms`)), deadline)
  })
  return Promise.race([running, late]).finally(() => clearTimeout(timer))
}

async function runItem(item: Item, target: Target, deadline: number): Promise<Row | Skipped> {
  const client = createClient(target)
  try {
    const { ok, detail } = await withDeadline(item.run(client), deadline)
    return { id: item.id, request: requestOf(client), ok, detail }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (error instanceof Untold) return { id: item.id, reason: message }
    return { id: item.id, request: requestOf(client), ok: false, detail: message }
  }
}

/**
 * One after the other: items share a project, and a limit's item must not meet another's requests.
 *
 * @param deadline of one item, in ms
 * @param note told of each outcome as it comes
 */
export async function runItems(
  items: readonly Item[],
  target: Target,
  deadline: number,
  note: (outcome: Row | Skipped) => void = () => {},
): Promise<Outcome> {
  const [rows, skipped]: [Row[], Skipped[]] = [[], []]
  for (const item of items) {
    const outcome = await runItem(item, target, deadline)
    note(outcome)
    if ('reason' in outcome) skipped.push(outcome)
    else rows.push(outcome)
  }
  return { rows, skipped }
}
