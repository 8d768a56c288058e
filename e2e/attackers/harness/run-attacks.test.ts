import { describe, expect, it } from 'vitest'
import type { Attack, Attacker, Residual } from './attacker.js'
import { Refused } from './refused.js'
import { type Ground, runAttacks } from './run-attacks.js'

const fails = () => Promise.reject(new Error('not here'))

const ground: Ground = {
  relyingParty: { judge: async (token) => token },
  target: {
    ...{ url: '', siteKey: 'pk_1', origin: 'https://shop.example', cheapOrigin: '', action: 'sign-up' },
    ...{ ownProject: fails, spend: fails, wait: fails },
  },
  close: async () => {},
}

const attacker = (attempt: Attack['attempt'], more: Partial<Attacker> = {}): Attacker => ({
  name: 'one',
  does: '',
  start: async ({ meter }) => {
    meter.hashed(1000)
    return { attempt }
  },
  ...more,
})

/** Succeeds in every so-manieth try. */
const every = (nth: number) => attacker(async (n) => ({ token: n % nth === 0 ? 'accepted' : 'challenge', end: 'allow' }))

const residual = (more: Partial<Residual>): Pick<Attacker, 'residual'> => ({ residual: { why: '', most: 1, least: {}, ...more } })

async function rowOf(one: Attacker, tries = 200) {
  const [row] = await runAttacks([one], { open: async () => ground }, tries, 1)
  return row!
}

describe('an attacker that is not residual', () => {
  it('may succeed once in a hundred tries, and not twice', async () => {
    expect(await rowOf(every(100))).toMatchObject({ tries: 200, succeeded: 2, rate: 0.01, residual: false, ok: true })
    expect(await rowOf(every(60))).toMatchObject({ succeeded: 4, ok: false, fault: '4 of 200 tries succeed' })
  })

  it('has succeeded when the Relying Party accepts, whatever the server said', async () => {
    const refused = attacker(async () => ({ token: 'verify: used', end: 'allow' }))
    expect(await rowOf(refused)).toMatchObject({ succeeded: 0, ok: true, ends: { 'verify: used': 200 } })
    expect(await rowOf(attacker(async () => ({ end: 'allow' })))).toMatchObject({ succeeded: 0, ends: { allow: 200 } })
  })

  it('is fended off where it gets no challenge', async () => {
    const refused = attacker(() => Promise.reject(new Refused('rate-limited')))
    expect(await rowOf(refused)).toMatchObject({ ok: true, tries: 200, succeeded: 0, ends: { 'rate-limited': 200 } })
  })

  it('fails where it could not run, at its start or later', async () => {
    expect(await rowOf(attacker(fails))).toMatchObject({ ok: false, tries: 0, fault: 'could not run: not here' })
    expect(await rowOf(attacker(fails, { start: fails }))).toMatchObject({ ok: false, fault: 'could not run: not here' })
  })
})

describe('a residual attacker', () => {
  it('is held to its rate', async () => {
    const half = every(2)
    expect(await rowOf({ ...half, ...residual({ most: 0.5 }) })).toMatchObject({ rate: 0.5, residual: true, ok: true })
    expect(await rowOf({ ...half, ...residual({ most: 0.4 }) })).toMatchObject({
      ok: false,
      fault: '100 of 200 tries succeed, more than 0.4',
    })
  })

  it('is held to what a success must cost', async () => {
    expect(await rowOf({ ...every(1), ...residual({ least: { hashes: 5 } }) })).toMatchObject({ ok: true, cost: { hashes: 5 } })
    const cheap = await rowOf({ ...every(1), ...residual({ least: { hashes: 6 } }) })
    expect(cheap).toMatchObject({ ok: false, fault: 'a verdict costs 5 hashes, less than 6' })
  })

  it('fails once it is fended off, so that the list says what is so', async () => {
    const row = await rowOf({ ...attacker(async () => ({ end: 'evidence-refused' })), ...residual({}) })
    expect(row).toMatchObject({ ok: false, succeeded: 0 })
    expect(row.fault).toContain('take `residual` away')
  })
})

describe('a run', () => {
  it('tries as often as it is told, or as the attacker can', async () => {
    expect((await rowOf(every(300), 7)).tries).toBe(7)
    expect((await rowOf({ ...every(300), mostTries: 3 }, 7)).tries).toBe(3)
  })

  it('makes so many tries at the same time, and no more', async () => {
    let [now, most] = [0, 0]
    const counting = attacker(async () => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, 1))
      now--
      return { end: '' }
    })
    await rowOf({ ...counting, atOnce: 3 }, 10)
    expect(most).toBe(3)
  })

  it('gives rows in the order of the list, and ends what attackers started', async () => {
    const ended: string[] = []
    const one = (name: string) =>
      attacker(fails, { name, start: async () => ({ attempt: fails, stop: async () => void ended.push(name) }) })
    const rows = await runAttacks([one('a'), one('b')], { open: async () => ground }, 1, 2)
    expect(rows.map(({ attacker }) => attacker)).toEqual(['a', 'b'])
    expect(ended.sort()).toEqual(['a', 'b'])
  })
})
