import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { features } from '../../../shared/features/index.js'
import { type Observation, type ObservationId, type Observations, seen, unsupported } from '../../../shared/observation.js'
import { score } from '../../../shared/scorecard/score.js'
import { serverCard } from '../../../shared/scorecard/server-card.js'
import { tellIds } from '../../../shared/wire/tells.js'
import { facts } from '../../facts/index.js'
import { classify } from './classify.js'
import { kinds } from './kind.js'
import { kindsCard } from './kinds-card.js'
import { visitOf } from './visit.js'

type Values = Readonly<Partial<Record<ObservationId, boolean | number>>>

const world = (values: Values): Observations => new Map(Object.entries(values).map(([id, value]) => [id as ObservationId, seen(value!)]))
const kindOf = (values: Values) => classify(world(values), score(world(values), serverCard))

const filled = { 'visit.submits': 1, 'visit.inputs': 2, 'input.input-keyless': 1, 'visit.seconds': 4 } as const
const driven = { 'tell.webdriver': true, 'tell.frame-webdriver': true } as const

describe('the kind of a bot', () => {
  it.each<[string, Values]>([
    ['framework-automation', driven],
    ['framework-automation', { ...driven, 'visit.sign-up': true, 'visit.submits': 0, 'visit.inputs': 0 }],
    ['form-spam', { ...driven, ...filled, 'visit.sign-up': true, 'input.submit-handless': 1 }],
    ['credential-stuffing', { ...driven, ...filled, 'visit.log-in': true, 'session.evidence-pace': 20 }],
    ['account-takeover', { ...driven, 'visit.account': true, 'visit.submits': 1, 'input.key-interval': 110, 'device.age': 0 }],
    ['scraping', { 'http.user-agent-library': 2, 'visit.inputs': 0, 'visit.submits': 0, 'visit.scrolls': 0 }],
    ['scraping', { ...driven, 'visit.reading': true, 'visit.inputs': 0, 'visit.submits': 0, 'visit.scrolls': 12 }],
    ['click-fraud', { ...driven, 'visit.click': true, 'visit.presses': 9, 'visit.inputs': 0 }],
    ['ai-agent', { 'visit.pause': 9, 'input.press-centred': 1, 'input.input-keyless': 1 }],
    [
      'replay',
      {
        'input.press-pressureless': 1,
        'input.movement-speed-variation': 0.8,
        'input.movement-speed-entropy': 0.9,
        'input.movement-speed-peaks': 3,
      },
    ],
    ['unknown', { 'input.movement-speed-variation': 0.8, 'input.movement-speed-entropy': 0.9, 'input.movement-speed-peaks': 3 }],
    ['unknown', {}],
    ['unknown', { 'visit.sign-up': true }],
  ])('is %s', (name, values) => {
    expect(kindOf(values).name).toBe(name)
  })

  it('comes with what led there, heaviest first', () => {
    const { evidence } = kindOf({ ...filled, 'visit.log-in': true, 'session.evidence-pace': 20 })
    expect(evidence[0]).toBe('session.evidence-pace')
    expect(evidence).toContain('visit.log-in')
    expect(kindOf({}).evidence).toEqual([])
  })

  it('grows more certain with every clue', () => {
    const few = kindOf({ 'visit.log-in': true, 'visit.submits': 2 }).confidence
    const more = kindOf({ 'visit.log-in': true, 'visit.submits': 2, 'session.evidence-pace': 20 }).confidence
    expect(more).toBeGreaterThan(few)
  })

  it('is of every kind with some evidence: each is named by a clue, and each clue is of an id that exists', () => {
    const visit = ['log-in', 'account', 'sign-up', 'message', 'checkout', 'click', 'reading', 'seconds', 'pause']
    const counted = [...visitOf('', {} as never).keys()]
    const ids = new Set<string>([...tellIds, ...features.map(({ id }) => id), ...facts.map(({ id }) => id), ...counted])
    for (const word of visit) ids.add(`visit.${word}`)
    expect(kindsCard.rows.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([])
    const named = new Set(kindsCard.rows.map(({ family }) => family))
    expect([...named, 'unknown'].sort()).toEqual([...kinds].sort())
  })

  it('is a kind with a confidence, whatever was seen and in whatever order', () => {
    const id = fc.constantFrom<ObservationId>(...kindsCard.rows.map((row) => row.id))
    const observation: fc.Arbitrary<Observation> = fc.oneof(fc.double().map(seen), fc.boolean().map(seen), fc.constant(unsupported))
    fc.assert(
      fc.property(fc.array(fc.tuple(id, observation)), (entries) => {
        const all = new Map(entries)
        const report = classify(all, score(all, serverCard))
        expect(kinds).toContain(report.name)
        expect(report.confidence).toBeGreaterThan(0)
        expect(report.confidence).toBeLessThanOrEqual(1)
        const reversed = new Map([...all].reverse())
        expect(classify(reversed, score(reversed, serverCard))).toEqual(report)
      }),
    )
  })
})

describe('automation that declares itself', () => {
  it('says so by the flag of its standard or by its user agent', () => {
    expect(kindOf(driven).declared).toBe(true)
    expect(kindOf({ 'http.user-agent-library': 1, 'tell.headless': true }).declared).toBe(true)
    expect(kindOf({ 'http.user-agent-library': 2 }).declared).toBe(true)
    expect(kindOf({ 'tell.declared': true }).declared).toBe(true)
    expect(kindOf({ ...driven, 'tell.worker-languages': true, 'tell.shared-worker': true }).declared).toBe(true)
  })

  it('is none where it says nothing, or says one thing and shows another', () => {
    expect(kindOf({ 'tell.playwright-preview': true }).declared).toBe(false)
    expect(kindOf({ ...driven, 'tell.worker-platform': true }).declared).toBe(false)
    expect(kindOf({ ...driven, 'tell.hardened': 0, 'tell.navigator-natives': 3 }).declared).toBe(false)
    expect(kindOf({ 'http.user-agent-library': 1, 'http.contradictions': 2 }).declared).toBe(false)
  })
})
