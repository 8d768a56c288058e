import { failed, type Observation } from '../../shared/observation.js'
import type { Ms } from '../../shared/units.js'
import type { TellId } from '../../shared/wire/tells.js'
import { after } from '../page/after.js'
import { tells } from './index.js'
import type { PageProbes, Tell } from './tell.js'

/** Main-thread time in one go, after which the page gets its turn: far below the 50 ms of a long task, also on a slow phone. */
const SLICE: Ms = 4

async function observeOne(tell: Tell, page: PageProbes): Promise<Observation> {
  try {
    return await tell.observe(page)
  } catch {
    return failed('threw')
  }
}

/**
 * Runs every tell, spread over as many tasks as it takes. Never rejects: a tell that throws is `failed('threw')`, one that has not
 * answered after `deadline` is `failed('timeout')`.
 */
export async function observeTells(
  page: PageProbes,
  deadline: Ms,
  list: readonly Tell[] = tells,
): Promise<ReadonlyMap<TellId, Observation>> {
  const seen = new Map<TellId, Observation>(list.map((tell) => [tell.id, failed('timeout')]))
  const answers: Promise<unknown>[] = []
  const limit = after(deadline)
  let sliceEnd = performance.now() + SLICE
  for (const tell of list) {
    if (performance.now() > sliceEnd) {
      await after(0)
      sliceEnd = performance.now() + SLICE
    }
    answers.push(observeOne(tell, page).then((observation) => seen.set(tell.id, observation)))
  }
  await Promise.race([Promise.all(answers), limit])
  return new Map(seen)
}
