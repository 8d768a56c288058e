import { expect, it } from 'vitest'
import { features } from './index.js'
import { startFeatures } from './reading/start-features.js'
import { startTally, type Tally } from './reading/tally.js'
import { startRandom } from './testing/random.js'
import { sparseVisit } from './testing/sparse-visit.js'

it('no feature has a value sooner than it says that it can: the server would refuse an honest visit, and its form', () => {
  const random = startRandom(7)
  const tooSoon = new Map<string, number>()
  for (let visit = 0; visit < 4000; visit++) {
    const [tally, { push, read }] = [startTally(), startFeatures()]
    for (const event of sparseVisit(random)) {
      tally.push(event)
      push(event)
    }
    const [counts, readings] = [tally.read(0), read()]
    for (const { id, needs } of features) {
      if (readings.get(id)!.state !== 'ok') continue
      for (const [counter, least] of Object.entries(needs)) {
        const count = counts[counter as keyof Tally]
        if (count < least) tooSoon.set(`${id}: ${counter}`, Math.min(count, tooSoon.get(`${id}: ${counter}`) ?? count))
      }
    }
  }
  expect([...tooSoon]).toEqual([])
}, 60_000)
