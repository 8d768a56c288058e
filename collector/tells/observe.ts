import { failed, type Observation } from '../../shared/observation.js'
import type { Ms } from '../../shared/units.js'
import type { TellId } from '../../shared/wire/tells.js'
import { after } from '../page/after.js'
import { type Moment, moments, type PageProbes, type Tell } from './tell.js'

/** Main-thread time in one go, after which the page gets its turn: far below the 50 ms of a long task, also on a slow phone. */
const SLICE: Ms = 4

export type Observed = ReadonlyMap<TellId, Observation>

async function observeOne(tell: Tell, page: PageProbes): Promise<Observation> {
  try {
    return await tell.observe(page)
  } catch {
    return failed('threw')
  }
}

const isAnswer = (seen: Observation | undefined): boolean =>
  seen !== undefined && !(seen.state === 'failed' && /^(timeout|not-asked)$/.test(seen.reason))

/**
 * Runs every tell whose moment has come and that has not answered yet or may change, spread over as many tasks as it takes; after `load`, each
 * has a task of its own. Never rejects: a tell that throws is `failed('threw')`, one that has not answered after `deadline` is
 * `failed('timeout')`, one whose moment is still to come `failed('not-asked')`.
 *
 * A collector that was stopped observes no more: what it has not begun stays `failed('timeout')`.
 *
 * Call it for each verdict: it costs next to nothing once all have answered.
 *
 * @param earlier what an earlier moment observed; its answers are kept.
 * @param list a tell whose moment is still to come may be left out
 * @returns all tells of the list, and what else was seen earlier
 */
export async function observeTells(
  page: PageProbes,
  deadline: Ms,
  moment: Moment,
  earlier: Observed,
  list: readonly Tell[],
): Promise<Observed> {
  const seen = new Map(earlier)
  const due = list.filter(({ id, when = moments[0], live }) => {
    const now = moments.indexOf(when) <= moments.indexOf(moment)
    if (isAnswer(seen.get(id))) return live && now
    seen.set(id, failed(now ? 'timeout' : 'not-asked'))
    return now
  })
  const answers: Promise<unknown>[] = []
  const limit = after(deadline)
  let sliceEnd = performance.now() + SLICE
  for (const tell of due) {
    if (tell.when || performance.now() > sliceEnd) {
      await after(0)
      sliceEnd = performance.now() + SLICE
    }
    if (page.signal.aborted) break
    answers.push(observeOne(tell, page).then((observation) => seen.set(tell.id, observation)))
  }
  await Promise.race([Promise.all(answers), limit])
  return new Map(seen)
}
