import { describe, expect, it } from 'vitest'
import { features } from '../features/index.js'
import type { InputEvent } from '../features/input-event.js'
import { startFeatures } from '../features/reading/start-features.js'
import { clickAndType, directProtocol, fillAndClick, pageScript, rawProtocol, systemCurves, systemLines } from '../features/testing/bots.js'
import { autofills, keyboardOnly, pastesPassword, penWriter, screenReader, touches } from '../features/testing/people.js'
import { type Observation, type ObservationId, seen } from '../observation.js'
import { clientCard } from './client-card.js'
import { row } from './row.js'
import { score } from './score.js'
import type { Row } from './scorecard.js'
import { unscoredFeatures } from './unscored.js'

function startAndRead(events: readonly InputEvent[]) {
  const { push, read } = startFeatures()
  for (const event of events) push(event)
  return read()
}

/** As Chromium, by its client hints. */
const inChromium = ['tell.brands', seen(false)] as const
const appraise = (events: readonly InputEvent[]) =>
  score(new Map<ObservationId, Observation>([...startAndRead(events), inChromium]), clientCard)

const seeds = Array.from({ length: 50 }, (_, i) => i + 1)

describe('the client card on behaviour', () => {
  it.each([
    ['fill and click', fillAndClick()],
    ['click and type at once', clickAndType()],
    ['click and type at a fixed delay', clickAndType(80)],
    ['raw protocol messages', rawProtocol()],
    ['lines by the operating system', systemLines()],
    ['a script in the page', pageScript()],
    ['a pen of the protocol', directProtocol('pen')],
    ['a finger of the protocol', directProtocol('touch')],
  ])('challenges a driver that works by %s', (_name, events) => {
    expect(appraise(events).posterior).toBeGreaterThanOrEqual(0.5)
  })

  it('challenges most eased Bézier curves, whatever their holds', () => {
    const challenged = seeds.filter((seed) => appraise(systemCurves(seed)).posterior >= 0.5)
    expect(challenged.length).toBeGreaterThanOrEqual(40)
  })

  it.each([
    ['types with the keyboard only', keyboardOnly],
    ['pastes the password', pastesPassword],
    ['lets a password manager fill the form', autofills],
    ['writes with a pen', penWriter],
  ])('allows a person who %s', (_name, person) => {
    for (const seed of seeds) expect(appraise(person(seed)).posterior).toBeLessThan(0.3)
  })

  it.each([
    ['a screen reader and an input method', screenReader()],
    ['touch and a virtual keyboard', touches()],
  ])('knows nothing of %s', (_name, events) => {
    const { llr, hard } = appraise(events)
    expect(llr).toBeCloseTo(clientCard.prior)
    expect(hard).toEqual([])
  })

  it('leaves fingers on centres alone outside Chromium, where a screen reader’s presses are such', () => {
    expect(score(startAndRead(directProtocol('touch')), clientCard).posterior).toBeLessThan(0.2)
  })

  it('lets a pen that feels no pressure press where it likes', () => {
    const weak = penWriter().map((event) => (event.kind === 'down' ? { ...event, pressure: 0 } : event))
    expect(appraise(weak.filter(({ kind }) => kind !== 'input')).posterior).toBeLessThan(0.5)
  })

  it('stays near the prior while there is little', () => {
    const little = keyboardOnly().slice(0, 6)
    expect(Math.abs(appraise(little).llr - clientCard.prior)).toBeLessThanOrEqual(0.5)
    expect(appraise([]).llr).toBe(clientCard.prior)
  })

  it('proves nothing by itself: a block takes another kind of evidence', () => {
    for (const bot of [rawProtocol(), systemLines(), pageScript(), fillAndClick()]) expect(appraise(bot).hard).toEqual([])
  })

  it('challenges a copy of a person that comes by a driver’s protocol, however human its hand', () => {
    const copied = score(
      new Map<ObservationId, Observation>([...startAndRead(keyboardOnly(1)), ['input.press-pressureless', seen(1)]]),
      clientCard,
    )
    expect(copied.engines.behaviour).toBeLessThan(0)
    expect(copied.posterior).toBeGreaterThanOrEqual(0.5)
  })

  it('takes nothing for a person that a script says in place of the events', () => {
    const hand = startAndRead(keyboardOnly(1))
    const llrOf = (count: number) =>
      score(new Map<ObservationId, Observation>([...hand, ['tell.input-natives', seen(count)]]), clientCard).llr
    expect(llrOf(0)).toBeLessThan(clientCard.prior)
    expect(llrOf(1)).toBeCloseTo(clientCard.prior + 2)
  })

  it('says so much for a person at most that no challenge is undone which stands without what it may take back', () => {
    const { prior, takesBack, families } = clientCard
    const favour = Object.values(families).reduce((sum, { engine, min }) => (engine === 'behaviour' ? sum - min : sum), 0)
    // From as much on as the others say here, all that behaviour takes back is the limit.
    expect(favour).toBeLessThanOrEqual(takesBack - prior + 1e-9)
  })
})

/** No visit meets the conditions of both: they ask for one Observation in ranges that do not overlap. */
const excludes = ({ when = [] }: Row, other: Row): boolean =>
  when.some((one) => other.when?.some(({ id, from, below }) => id === one.id && (below <= one.from || one.below <= from)))

/** What several rows weigh that may all hold at once, whatever the value and whatever they weigh it. */
const weighedTwice = (rows: readonly Row[]): ObservationId[] => [
  ...new Set(rows.filter((one, i) => rows.slice(0, i).some((other) => other.id === one.id && !excludes(one, other))).map(({ id }) => id)),
]

describe('the rows of the client card', () => {
  const rows = clientCard.rows.filter(({ id }) => id.startsWith('input.'))

  it('weigh every feature, or it is listed as unscored', () => {
    const weighed = new Set<string>(rows.map(({ id }) => id))
    expect([...weighed, ...unscoredFeatures].sort()).toEqual(features.map(({ id }) => id as string).sort())
  })

  it('weigh each once in any visit, fitted or set by hand, but rough turns on a straight way and a wheel that jumps on Wayland once more', () => {
    expect(weighedTwice(rows)).toEqual(['input.wheel-scrolls', 'input.movement-turn-entropy'])
    const byHand = row('input.movement-bow', 'movement', [0.5], [2, 0], 'test')
    expect(weighedTwice([...rows, byHand])).toContain('input.movement-bow')
    const onTouch: Row = { ...byHand, id: 'input.press-dwell', when: [{ id: 'input.pointer-kind', from: 2, below: 3 }] }
    expect(weighedTwice([...rows, onTouch])).toContain('input.press-dwell')
  })

  it('cover all numbers with ascending bins', () => {
    for (const { id, bins } of clientCard.rows) {
      const edges = bins.map(({ below }) => below)
      expect(edges, id).toEqual([...new Set(edges)].sort((a, b) => a - b))
      expect(edges.at(-1), id).toBe(Infinity)
    }
  })

  it('belong to families that are there', () => {
    for (const { id, family } of clientCard.rows) expect(clientCard.families[family], id).toBeDefined()
  })
})
