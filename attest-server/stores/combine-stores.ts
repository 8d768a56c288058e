import type { Stores } from './ports.js'

type Whole = 'erase' | 'prune' | 'check' | 'close'
/** Some of the ports, kept elsewhere, with what concerns all of them. */
export type PartialStores = Partial<Omit<Stores, Whole>> & Pick<Stores, Whole>

/** What is done in both. Where one fails the other has been asked nevertheless, and whoever asked is told. */
async function both<T>(works: readonly Promise<T>[]): Promise<readonly T[]> {
  const outcomes = await Promise.allSettled(works)
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/**
 * One store of two: ports that `hot` has are its own, all others are `durable`'s.
 * Erasing is no step of both at once: it is done again where it failed, and finds then what is left.
 */
export const combineStores = (durable: Stores, hot: PartialStores): Stores => ({
  ...durable,
  ...hot,
  erase: async (projectId, session) => sum(await both([durable.erase(projectId, session), hot.erase(projectId, session)])),
  prune: async (now) => sum(await both([durable.prune(now), hot.prune(now)])),
  check: async () => void (await both([durable.check(), hot.check()])),
  close: async () => void (await both([durable.close(), hot.close()])),
})
