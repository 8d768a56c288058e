import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../shared/observation.js'
import { behaviourFamilies } from '../../shared/scorecard/behaviour-rows.js'
import { score } from '../../shared/scorecard/score.js'
import { serverCard } from '../../shared/scorecard/server-card.js'
import { tellFamilies, tellRows } from '../../shared/scorecard/tell-rows.js'
import { tellIds, tellShapes } from '../../shared/wire/tells.js'
import { decide as decideBy } from './policy.js'

const decide = (seen: Parameters<typeof decideBy>[0]) => decideBy(seen, serverCard)

/** Every tell passes but those named. Nothing else is known. @param count what those read that count. @param more what else is seen */
function report(hits: readonly string[], count = 8, more: Readonly<Record<string, number>> = {}) {
  const world = new Map<ObservationId, Observation>(
    tellIds.map((id) => {
      const hit = hits.includes(id.slice('tell.'.length))
      return [id, tellShapes[id].type === 'number' ? seen(hit ? count : 0) : seen(hit)]
    }),
  )
  for (const [id, value] of Object.entries(more)) world.set(id as ObservationId, seen(value))
  return score(world, serverCard)
}

/** Work as a browser does it. */
const PAID = { 'pow.credit': 1, 'pow.pace': 5 }

const scoreOf = (values: Readonly<Record<string, number>>) => {
  const all = Object.entries(values).map(([id, value]) => [id as ObservationId, seen(value)] as const)
  return score(new Map<ObservationId, Observation>(all), serverCard)
}

/** The most that these families can say together, and nothing proved. */
function atMost(...names: readonly string[]) {
  const families = new Map(names.map((name) => [name, serverCard.families[name]!.max]))
  const llr = [...families.values()].reduce((sum, max) => sum + max, serverCard.prior)
  return { families, posterior: 1 / (1 + Math.exp(-llr)), contributions: [], hard: [] }
}

/** What a script in the page shows that answers in the browser's place. */
const extension = ['navigator-natives', 'frame-natives', 'navigator-own', 'function-proxy']

describe('what is decided on tells', () => {
  it('is no block for one family, unless it proves automation by itself', () => {
    for (const family of Object.keys(tellFamilies)) {
      const hits = tellRows.filter((row) => row.family === family).map((row) => row.id.slice('tell.'.length))
      const { hard, ...soft } = report(hits)
      expect(decide({ ...soft, hard: [] }), family).not.toBe('block')
      if (family !== 'proof' && family !== 'emulation') expect(hard, family).toEqual([])
    }
  })

  it.each([
    ['with nothing to hide', []],
    ['with developer tools open', ['runtime-enabled']],
    ['with an extension that wraps console and natives', ['navigator-natives', 'frame-natives']],
    ['with an extension that says other languages, to the page only', [...extension, 'worker-languages', 'shared-worker']],
    [
      'with an extension that says another browser, to the page only',
      [...extension, 'worker-user-agent', 'worker-platform', 'shared-worker', 'frame-identity'],
    ],
  ])('is to let people be: %s', (_, hits) => {
    expect(decide(report(hits))).toBe('allow')
  })

  it('is to ask a person who changes the user agent everywhere, not to block', () => {
    expect(decide(report(['platform', 'engine', 'navigator-natives', 'worker-user-agent']))).toBe('challenge')
  })

  it.each([
    ['Playwright, flag lowered', ['playwright-preview', 'runtime-enabled'], ['playwright']],
    ['Selenium, flag lowered', ['chromedriver-globals', 'runtime-enabled'], ['chromedriver']],
    ['raw DevTools protocol, headless', ['headless'], ['headless']],
    ['jsdom', ['dom-emulated', 'no-layout'], ['dom-emulated']],
  ])('is to block what is proved: %s', (_, hits, rules) => {
    const seen = report(hits)
    expect(seen.hard).toEqual(rules)
    expect(decide(seen)).toBe('block')
  })

  it('is to ask a stealth script, of which four families speak, none of them strongly', () => {
    const seen = report(['runtime-enabled', 'worker-platform', 'notification-permission', 'frame-natives', 'navigator-natives'])
    expect([...seen.families].filter(([, llr]) => llr > 0)).toHaveLength(4)
    expect(decide(seen)).toBe('challenge')
  })

  it('is to block what lies about its system in half a browser: two strong families, and no rule', () => {
    const seen = report(['platform', 'hints-platform', 'dom-emulated', 'no-layout'], 3)
    expect(seen.hard).toEqual([])
    expect(decide(seen)).toBe('block')
  })
})

describe('what is decided on a visit that is clean otherwise, and paid', () => {
  it('is to let it be', () => {
    const found = report([], 0, PAID)
    expect(found.llr).toBeCloseTo(-2.6)
    expect(decide(found)).toBe('allow')
  })

  it.each(['declared', 'ipc-flood', 'driver-globals'])('is to ask, for tell.%s alone', (name) => {
    expect(decide(report([name], 8, PAID))).toBe('challenge')
  })

  it('is to ask who sends a form without a hand', () => {
    expect(decide(report([], 0, { ...PAID, 'input.submit-handless': 1 }))).toBe('challenge')
  })

  it('is to ask an honest program and not to block it, however strongly one other kind of evidence speaks', () => {
    for (const name of Object.keys(serverCard.families).filter((name) => name !== 'declaration')) {
      expect(decide(atMost('declaration', name)), name).toBe('challenge')
    }
  })
})

/** Once the last question was answered, work and all. */
const ANSWERED = { ...PAID, 'session.answered': 6 }

describe('what is decided on a browser that somebody changed', () => {
  const identity = ['disguise', 'realms', 'tampering']
  const changed = tellRows.filter(({ family }) => identity.includes(family)).map(({ id }) => id.slice('tell.'.length))
  const direct = { 'http.client-hints': 1, 'http.header-order': 1, 'http.contradictions': 1 }
  const proxied = { 'http.client-hints': 1, 'http.contradictions': 1 }

  it.each([
    ['over HTTP/1.1', direct],
    ['over HTTP/2', proxied],
  ])('is to ask whoever switches the user agent %s, never to block, and to let them through once they have answered', (_, headers) => {
    const found = report(changed, 8, { ...PAID, ...headers })
    expect(identity.map((name) => found.families.get(name))).toEqual(identity.map((name) => serverCard.families[name]?.max))
    expect(found.llr).toBeCloseTo(0.4)
    expect(decide(found)).toBe('challenge')
    expect(decide(report(changed, 8, { ...ANSWERED, ...headers }))).toBe('allow')
  })

  it('is the same with developer tools open that emulate a phone', () => {
    const emulating = [...changed, 'runtime-enabled', 'console-cost', 'document-fulfilled', 'viewport-larger', 'window-beyond-screen']
    expect(decide(report(emulating, 8, { ...PAID, ...proxied }))).toBe('challenge')
    expect(decide(report(emulating, 8, { ...ANSWERED, ...proxied }))).toBe('allow')
  })

  it('is to block what besides has the headers of a program', () => {
    expect(decide(report(changed, 8, { ...PAID, 'http.fetch-metadata': 1, 'http.contradictions': 2 }))).toBe('block')
  })
})

describe('what is decided on behaviour', () => {
  const names = Object.keys(behaviourFamilies)

  it.each(names)('is at most to ask, for %s alone', (name) => {
    expect(decide(atMost(name))).not.toBe('block')
  })

  it('is at most to ask, for all of them together', () => {
    expect(decide(atMost(...names))).toBe('challenge')
  })

  it('is to block when a disguise comes with it', () => {
    expect(decide(atMost('movement', 'disguise'))).toBe('block')
  })

  const handsFree = {
    ...{ 'input.press-teleports': 1, 'input.press-hover': 1, 'input.press-dwell': 2, 'input.press-dwell-spread': 0.5 },
    ...{ 'input.key-dwell': 2, 'input.key-dwell-spread': 0.5, 'input.key-interval': 12, 'input.key-interval-spread': 2 },
  }

  it('is to ask whoever presses and types by way of a program: eye trackers, voice, macro keys, switches', () => {
    const found = scoreOf(handsFree)
    expect([found.families.get('press'), found.families.get('typing')].every((llr) => llr !== undefined && llr >= 3)).toBe(true)
    expect(decide(found)).toBe('challenge')
  })

  const dictated = { 'input.key-dwell': 6, 'input.key-dwell-spread': 0, 'input.key-interval': 12, 'input.key-interval-spread': 2 }
  /** What a virtual keyboard's keys may lack, and times that the window system did not give them. */
  const madeUp = { 'tell.whole-milliseconds': 1, 'input.clock-step': 0.1, 'input.key-shiftless': 1, 'input.key-charless': 1 }

  it('is to ask whoever dictates, also where the keys of the program say of themselves that no keyboard sent them', () => {
    const found = scoreOf({ ...dictated, ...madeUp })
    expect([found.families.get('protocol'), found.families.get('typing')].every((llr) => llr !== undefined && llr >= 3)).toBe(true)
    expect(found.posterior).toBeGreaterThan(0.95)
    expect(decide(found)).toBe('challenge')
  })

  it('is to block who besides presses or moves as only a protocol and a program do', () => {
    expect(decide(scoreOf({ ...dictated, ...madeUp, 'input.press-pressureless': 1 }))).toBe('block')
    const pressed = { 'input.press-teleports': 1, 'input.press-hover': 1, 'input.press-dwell': 2 }
    expect(decide(scoreOf({ ...dictated, ...madeUp, ...pressed }))).toBe('block')
  })

  /** A program also scrolls, fills in and sends, at its own pace. */
  const allByProgram = {
    ...{ ...handsFree, 'input.scroll-handless': 1, 'input.wheel-interval-spread': 0, 'input.input-keyless': 1 },
    ...{ 'input.submit-handless': 1, 'input.input-bulk': 1, 'input.touch-dwell': 1, 'input.action-gap-spread': 0 },
  }

  it.each([
    ['dictates', { ...dictated, 'input.scroll-handless': 1 }],
    ['presses and types by way of a program', handsFree],
    ['does all by way of a program but move the pointer', allByProgram],
  ])('is to let whoever %s through once they have answered, in the second round at the latest', (_, way) => {
    expect(decide(report([], 0, { ...way, ...PAID }))).toBe('challenge')
    expect(decide(report([], 0, { ...way, ...ANSWERED }))).toBe('allow')
    expect(decide(scoreOf({ ...way, ...PAID }))).toBe('challenge')
    expect(decide(scoreOf({ ...way, ...ANSWERED }))).toBe('allow')
  })
})
