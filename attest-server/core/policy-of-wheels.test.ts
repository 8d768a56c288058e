import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../shared/observation.js'
import { score } from '../../shared/scorecard/score.js'
import { serverCard } from '../../shared/scorecard/server-card.js'
import { holds } from '../../shared/scorecard/weigh.js'
import { decide } from './policy.js'

type Values = Readonly<Record<string, number>>

const worldOf = (values: Values) =>
  new Map<ObservationId, Observation>(Object.entries(values).map(([id, value]) => [id as ObservationId, seen(value)]))

const actionOf = (values: Values) => decide(score(worldOf(values), serverCard), serverCard)

/** A clean visit that did its work, on a Linux desktop. */
const DESKTOP = { 'pow.credit': 1, 'pow.pace': 5, 'tell.webdriver': 0, 'tell.runtime-enabled': 0, 'tell.whole-milliseconds': 1 }
/** A wheel that scrolls at one go, and times that X11 did not count: what a protocol sends, and one setting of Chromium on Wayland. */
const JUMPING = { ...DESKTOP, 'tell.reduced-motion': 0, 'input.clock-step': 0.1, 'input.wheel-scrolls': 1, 'input.glides': 16 }

/** What speaks most for a person wherever the conditions hold: a copied hand can do no more. */
function handIn(values: Values): Values {
  const hand: Record<string, number> = { ...values }
  const world = worldOf(values)
  for (const { id, family, bins, when = [] } of serverCard.rows) {
    if (!['movement', 'press', 'typing'].includes(family) || hand[id] !== undefined || !when.every((one) => holds(one, world))) continue
    const best = bins.reduce((least, bin) => (bin.llr < least.llr ? bin : least))
    hand[id] = Number.isFinite(best.below) ? best.below - 1e-6 : (bins.at(-2)?.below ?? 0) + 1
  }
  return hand
}

const dictated = { 'input.key-dwell': 6, 'input.key-dwell-spread': 0, 'input.key-interval': 12, 'input.key-interval-spread': 2 }
const changedUserAgent = { 'tell.worker-user-agent': 1, 'tell.worker-platform': 1, 'tell.shared-worker': 1, 'tell.platform': 1 }

describe('a wheel that jumps', () => {
  it('is to ask where neither X11 counted the input nor less motion was asked for, however good the hand', () => {
    expect(actionOf(handIn(JUMPING))).toBe('challenge')
  })

  it.each([
    ['X11 counted the input', { 'input.clock-step': 1 }],
    ['the visitor asked for less motion', { 'tell.reduced-motion': 1 }],
    ['it is not known whether they did', { 'tell.reduced-motion': Number.NaN }],
    ['the wheel spins freely, and nearly jumps', { 'input.wheel-scrolls': 1.05 }],
    ['the wheel is animated', { 'input.wheel-scrolls': 4 }],
    ['the system counts otherwise', { 'tell.whole-milliseconds': 0 }],
    ['hardly anything else was seen', { 'input.glides': 5 }],
  ])('is left alone where %s', (_, other) => {
    const values = Object.fromEntries(Object.entries({ ...JUMPING, ...other }).filter(([, value]) => !Number.isNaN(value)))
    expect(actionOf(handIn(values))).toBe('allow')
    expect(actionOf(values), 'and nothing speaks for a person').toBe('allow')
  })

  it('is let through after one answer', () => {
    expect(actionOf({ ...handIn(JUMPING), 'session.answered': 1 })).toBe('allow')
  })

  it.each([
    ['dictates', dictated],
    ['changes the user agent', changedUserAgent],
  ])('is to ask, not to block, whoever also %s', (_, other) => {
    expect(actionOf({ ...JUMPING, ...other })).toBe('challenge')
    expect(actionOf(handIn({ ...JUMPING, ...other }))).toBe('challenge')
  })
})
