import type { EpochSeconds } from '../../../../shared/units.js'
import type { Fault } from '../../../core/fault.js'
import type { SeenRequest } from '../../../core/sessions/state/session-state.js'
import { claimPage, type PostedEvent, type TakeEventsDeps, takeEvents } from '../../../core/sessions/take-events.js'

export interface ServerDeps extends TakeEventsDeps {
  /** What is known of an address that a backend saw. */
  readonly seeAddress: (address: string | undefined, ja4: string | undefined) => SeenRequest
  readonly clock: () => EpochSeconds
}

/** A page's events in its own session, and no other. @returns `shed` when too much waits. */
export async function takeOfPage(
  page: { readonly projectId: string; readonly session: string; readonly pageId: string },
  events: readonly PostedEvent[],
  request: SeenRequest | undefined,
  deps: ServerDeps,
): Promise<Fault | 'taken' | 'shed'> {
  const { projectId, session, pageId } = page
  const now = deps.clock()
  const claim = await claimPage([projectId, session], pageId, deps, now)
  if (claim === 'foreign') return { code: 'conflict', detail: 'This page was made for another visitor: do not cache tracked pages.' }
  if (claim === 'full') return 'shed'
  const batch = { projectId, session, idempotencyKey: undefined, events, ...(request && { request }) }
  return (await takeEvents(batch, deps, now)) === 'full' ? 'shed' : 'taken'
}
