import { describe, expect, it } from 'vitest'
import { features } from '../features/index.js'
import { tallyKeys } from '../features/reading/tally.js'
import { traceKinds } from '../trace/trace-kinds.js'
import { traceSumKeys } from '../trace/trace-sum-keys.js'
import { tellIds } from './tells.js'
import order from './vectors/order.json' with { type: 'json' }

const lists = {
  tells: { now: tellIds, held: order.tells, pattern: /^tell\.[a-z0-9-]+$/ },
  features: { now: features.map(({ id }) => id), held: order.features, pattern: /^input\.[a-z0-9-]+$/ },
  tally: { now: tallyKeys, held: order.tally, pattern: /^[a-z]+$/ },
  'kinds of samples': { now: traceKinds, held: order.traceKinds, pattern: /^[a-z-]+$/ },
  'sums of a trace': { now: traceSumKeys, held: order.traceSums, pattern: /^[a-z-]+$|^input\.[a-z-]+\/\d+$/ },
} as const

const WHAT_TO_DO =
  'Evidence carries values by position. What is held in vectors/order.json keeps its place for good once 0.1.0 is released: ' +
  'a new entry goes to the end of its list and of the file, and a retired one stays and reads unsupported'

it('holds the range of each feature: without it, its letters say nothing', () => {
  expect(
    features.map(({ range }) => range),
    'Another range is another card: change its version too',
  ).toEqual(order.ranges)
})

// Equal, not only a prefix: else what was added since could change places unseen.
describe.each(Object.entries(lists))('the order of %s on the wire', (_, { now, held, pattern }) => {
  it('is the one that is held', () => {
    expect(now, WHAT_TO_DO).toEqual(held)
  })

  it('names each once, and as its namespace wants', () => {
    expect(new Set(now).size).toBe(now.length)
    for (const id of now) expect(id).toMatch(pattern)
  })
})
