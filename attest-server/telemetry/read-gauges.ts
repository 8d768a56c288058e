import type { EpochSeconds } from '../../shared/units.js'
import { type Stores, StoreUnavailable } from '../stores/ports.js'
import type { Metrics } from './metrics.js'

type Read = Pick<Stores, 'check' | 'inbox' | 'signingKeys'>

/** Looks at what stands still between two looks. Where the store does not answer, only that is said: what was read before says nothing of now. */
export async function readGauges({ storeUp, inbox, keyAge }: Metrics, stores: Read, now: EpochSeconds): Promise<void> {
  try {
    const [, waiting, keys] = await Promise.all([stores.check(), stores.inbox.waiting(), stores.signingKeys.list()])
    const signing = keys.find(({ activeFrom }) => activeFrom <= now)
    storeUp.set(1)
    inbox.set(waiting)
    keyAge.set(signing ? now - signing.activeFrom : 0)
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    storeUp.set(0)
    inbox.remove()
    keyAge.remove()
  }
}
