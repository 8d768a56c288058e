import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../observation.js'
import { factFamilies, factRows } from './fact-rows.js'
import { score } from './score.js'
import { serverCard } from './server-card.js'

const posterior = (values: Readonly<Record<string, number>>) => {
  const entries = Object.entries(values).map(([id, value]) => [id as ObservationId, seen(value)] as const)
  return score(new Map<ObservationId, Observation>(entries), serverCard).posterior
}

/** Everything that a forger can say for itself. */
const forgedBest = serverCard.rows.filter((row) => !(row.family in factFamilies))
const bestOf = Object.fromEntries(
  forgedBest.map((row) => {
    const best = row.bins.reduce((a, b) => (b.llr < a.llr ? b : a))
    const index = row.bins.indexOf(best)
    const from = row.bins[index - 1]?.below ?? best.below - 1
    return [row.id, from]
  }),
)

describe('the weights of the server’s facts', () => {
  it('never challenge for one soft fact alone', () => {
    const strong = new Set(['http.user-agent-library', 'http.contradictions', 'session.impostor', 'device.networks', 'session.repeats'])
    for (const row of factRows.filter(({ id }) => !strong.has(id))) {
      for (const [i] of row.bins.entries()) {
        const value = row.bins[i - 1]?.below ?? row.bins[0]!.below - 1
        expect(posterior({ [row.id]: value }), `${row.id} ${value}`).toBeLessThan(0.5)
      }
    }
  })

  it('never challenge for one or two that moved alike, which may be chance, and always for three', () => {
    for (const repeats of [1, 2]) expect(posterior({ 'session.repeats': repeats }), `${repeats}`).toBeLessThan(0.5)
    for (const repeats of [3, 8]) expect(posterior({ ...bestOf, 'session.repeats': repeats }), `${repeats}`).toBeGreaterThanOrEqual(0.5)
  })

  it('do not challenge a plain browser behind a filter that drops one header', () => {
    expect(posterior({ 'http.accept-language': 1, 'http.contradictions': 1, 'pow.credit': 0, 'pow.pace': 0 })).toBeLessThan(0.5)
    expect(posterior({ 'http.client-hints': 2, 'http.contradictions': 1, 'device.assurance': 1 })).toBeLessThan(0.5)
  })

  it('challenge a program in a browser’s name, even with the best evidence that can be forged', () => {
    const two = { 'http.fetch-metadata': 1, 'http.client-hints': 1, 'http.contradictions': 2 }
    expect(posterior({ ...bestOf, ...two, 'pow.credit': 1, 'session.answered': 8, 'device.age': 9 })).toBeGreaterThanOrEqual(0.5)
  })

  it('outweigh with the headers alone all that a forger can say, pay and wait for', () => {
    const least = Object.values(serverCard.families).reduce((sum, { min }) => sum + min, 0)
    expect(least).toBeLessThan(-5)
    expect(serverCard.prior + least + factFamilies.http!.max).toBeGreaterThan(0)
  })

  it('buy a paying session out of one soft suspicion at even odds, and never out of two strong families', () => {
    const logit = (p: number) => Math.log(p / (1 - p))
    const paid = logit(posterior({ 'pow.credit': 1, 'session.answered': 4 }))
    expect(paid - serverCard.prior + logit(0.6)).toBeLessThan(0)
    const most = logit(posterior({ 'pow.credit': 1, 'session.answered': 8, 'pow.pace': 5, 'session.evidence-pace': 0 }))
    expect(most + 3 + 3).toBeGreaterThan(0)
    const native = logit(posterior({ 'pow.credit': 1, 'session.answered': 8, 'pow.pace': 40 }))
    expect(native, 'work that no browser did').toBeGreaterThan(serverCard.prior - 0.3)
  })

  it('challenge whoever says nothing and pays nothing, also with an old key, and nobody for silence alone', () => {
    const unpaid = { 'session.silence': 1, 'pow.credit': 0, 'device.age': 400 }
    for (const pace of [-1, 0]) expect(posterior({ ...unpaid, 'pow.pace': pace })).toBeGreaterThanOrEqual(0.5)
    expect(posterior({ 'session.silence': 1, 'pow.credit': 0.1, 'pow.pace': 0.1 })).toBeLessThan(0.3)
    expect(posterior({ 'session.silence': 0.4, 'pow.credit': 0, 'pow.pace': -1 })).toBeLessThan(0.5)
  })

  it('ask a key in two dozen networks, also an old one, and never one whose clients share a network', () => {
    const clean = { 'tell.webdriver': 0, 'pow.credit': 1, 'session.silence': 0 }
    const crowd = { 'device.pace': 999, 'device.sessions': 64, 'device.parallel': 999, 'device.agents': 3, 'device.overlap': 50 }
    expect(posterior({ ...clean, 'device.networks': 24, 'device.age': 400 })).toBeGreaterThanOrEqual(0.5)
    expect(posterior({ ...clean, 'device.networks': 24, 'session.answered': 4 })).toBeLessThan(0.5)
    expect(posterior({ ...clean, ...crowd, 'device.networks': 3 })).toBeLessThan(0.5)
    expect(factFamilies.device!.max, 'one of two strong kinds').toBeLessThan(3)
  })

  it('challenge a browser that says it has no window', () => {
    expect(posterior({ 'http.user-agent-library': 1 })).toBeGreaterThan(0.9)
  })

  it('ask who sends no user agent, and let them be whose browser was looked at and has worked: a proxy may have scrubbed it', () => {
    const nameless = { 'http.user-agent-library': -1 }
    const whole = { ...nameless, 'pow.credit': 0.5, 'session.silence': 0 }
    expect(posterior(nameless), 'without JavaScript').toBeGreaterThan(0.9)
    expect(posterior({ ...whole, 'pow.credit': 0 }), 'without work').toBeGreaterThan(0.9)
    expect(posterior({ ...whole, 'session.silence': 1 }), 'without a word').toBeGreaterThan(0.9)
    expect(posterior(whole)).toBeLessThan(0.3)
    expect(score(new Map([['http.user-agent-library', seen(-1)]]), serverCard).hard).toEqual([])
  })

  it('prove a library by its name, and a browser’s name by four contradictions', () => {
    const hard = (id: ObservationId, value: number) => score(new Map([[id, seen(value)]]), serverCard).hard
    expect(hard('http.user-agent-library', 2)).toContain('http-library')
    expect(hard('http.contradictions', 4)).toContain('http-impersonation')
    expect(hard('http.contradictions', 3)).toEqual([])
    expect(hard('http.user-agent-library', 1)).toEqual([])
  })

  it('stand in ascending bins that end at Infinity, each in a family that exists', () => {
    for (const { id, bins, family } of factRows) {
      expect(bins.at(-1)?.below, id).toBe(Infinity)
      expect(bins.map(({ below }) => below)).toEqual(bins.map(({ below }) => below).sort((a, b) => a - b))
      expect(Object.keys(factFamilies)).toContain(family)
    }
  })
})
