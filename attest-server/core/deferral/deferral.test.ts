import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import {
  DEFERRAL_WINDOW,
  DEFERRED_MINUTES,
  DEFERRED_OF_PROJECT,
  DEFERRED_VERDICTS,
  type DeferralDeps,
  type Deferred,
  readDeferred,
  takeDeferral,
} from './deferral.js'

const [LEAST, MOST] = DEFERRED_VERDICTS
const [SOONEST, LATEST] = DEFERRED_MINUTES
/** Noon: no day ends on the way. */
const NOON = 20_000 * DEFERRAL_WINDOW + DEFERRAL_WINDOW / 2

/** Each with a secret of its own, as each process has. */
const start = (secret = 'one'): DeferralDeps => ({
  counters: openMemoryStores().counters,
  ownCounters: openMemoryStores().counters,
  digest: (text) => createHmac('sha256', secret).update(text).digest('base64url'),
})
const whose = (changes: Partial<Deferred> = {}): Deferred => ({
  ...{ projectId: 'prj_a', session: 'sess_1', thumbprint: 'key 1', network: 'net 1' },
  ...changes,
})
/** A session and a key for each question. */
const anew = (i: number, changes: Partial<Deferred> = {}) => whose({ session: `sess_${i}`, thumbprint: `key ${i}`, ...changes })

/** @returns how many of so many verdicts are deferred, if all come at once */
async function taken(deps: DeferralDeps, one: (i: number) => Deferred, count: number, now = NOON): Promise<number> {
  let all = 0
  for (let i = 0; i < count; i++) all += Number(await takeDeferral(one(i), deps, now))
  return all
}

describe('of one network', () => {
  it('no more verdicts are deferred than the most, and no fewer than the least, with however many keys and sessions', async () => {
    const counts = await Promise.all(Array.from({ length: 100 }, (_, i) => taken(start(`${i}`), anew, 3 * MOST)))
    expect([Math.min(...counts) >= LEAST, Math.max(...counts) <= MOST]).toEqual([true, true])
    expect(new Set(counts).size, 'drawn for each').toBeGreaterThan(20)
  })

  it('none is once its time is over, however few there were', async () => {
    const ends = await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const deps = start(`${i}`)
        let minute = 0
        while (await takeDeferral(anew(minute), deps, NOON + 60 * minute)) minute += 5
        return minute
      }),
    )
    expect([Math.min(...ends) >= SOONEST, Math.max(...ends) < LATEST + 5]).toEqual([true, true])
    expect(new Set(ends).size, 'drawn for each').toBeGreaterThan(4)
  })

  it('answers turn once: what has ended stays so until the day is over', async () => {
    const deps = start()
    await taken(deps, anew, MOST)
    const times = Array.from({ length: 23 }, (_, i) => NOON + (DEFERRAL_WINDOW / 2) * (i / 23))
    for (const time of times) expect(await takeDeferral(anew(1), deps, time)).toBe(false)
    expect(await takeDeferral(anew(1), deps, NOON + DEFERRAL_WINDOW / 2)).toBe(true)
  })

  it('the bound holds for many at once', async () => {
    const deps = start()
    const all = await Promise.all(Array.from({ length: 3 * MOST }, (_, i) => takeDeferral(anew(i), deps, NOON)))
    const count = all.filter(Boolean).length
    expect([count >= LEAST, count <= MOST]).toEqual([true, true])
  })
})

describe('of one key, and of one session', () => {
  it('no more are deferred than the most, in however many networks', async () => {
    const elsewhere = (i: number) => ({ network: `net ${i}` })
    const ofKey = await taken(start(), (i) => anew(i, { thumbprint: 'key', ...elsewhere(i) }), 3 * MOST)
    const ofSession = await taken(start(), (i) => anew(i, { session: 'sess', ...elsewhere(i) }), 3 * MOST)
    for (const count of [ofKey, ofSession]) expect([count >= LEAST, count <= MOST]).toEqual([true, true])
  })

  it('one that has had its deferral uses up none of its network’s', async () => {
    const deps = start()
    await taken(deps, (i) => whose({ network: `net ${i}` }), 3 * MOST)
    await taken(deps, () => whose({ network: 'home' }), 3 * MOST)
    const home = await taken(deps, (i) => anew(100 + i, { network: 'home' }), LEAST)
    expect(home).toBe(LEAST)
  })
})

describe('a deferral', () => {
  it('is none where the network is not known: a key and a session for each question would never end', async () => {
    expect(await taken(start(), (i) => anew(i, { network: undefined }), 3)).toBe(0)
  })

  it('needs no key', async () => {
    expect(await takeDeferral(whose({ thumbprint: undefined }), start(), NOON)).toBe(true)
  })

  it('is each project’s own, and counted by project', async () => {
    const deps = start()
    const first = await taken(deps, anew, 2 * MOST)
    expect(await takeDeferral(anew(1, { projectId: 'prj_b' }), deps, NOON)).toBe(true)
    expect([await readDeferred('prj_a', deps.counters, NOON), await readDeferred('prj_b', deps.counters, NOON)]).toEqual([first, 1])
    expect(await readDeferred('prj_a', deps.counters, NOON + DEFERRAL_WINDOW)).toBe(0)
  })

  it('has an end for a project, too, in however many networks', async () => {
    const deps = start()
    const afar = (i: number) => anew(i, { network: `net ${i}` })
    await deps.counters.take('deferred-of:prj_a', DEFERRED_OF_PROJECT - 2, Infinity, DEFERRAL_WINDOW, NOON)
    expect(await taken(deps, afar, 10)).toBe(2)
  })
})
