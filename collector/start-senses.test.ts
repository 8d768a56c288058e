import { describe, expect, it, vi } from 'vitest'
import type { InputEvent } from '../shared/features/input-event.js'
import { seen } from '../shared/observation.js'
import { NO_CARD, STILL_CARD } from '../shared/wire/evidence.js'
import type { Sensing, StartSensing } from './senses/sensing.js'
import { startSenses } from './start-senses.js'
import { stillTells } from './tells/still-tells.js'
import type { Tell } from './tells/tell.js'

const event = (t: number): InputEvent => ({ kind: 'scroll', t, trusted: true, top: 0, words: 0 })
const worker = Promise.resolve(undefined)

const NOTHING = { tells: '', features: '', tally: [], card: NO_CARD, llr: 0 }

function fake() {
  const heard: number[] = []
  const observed = vi.fn(() => seen(true))
  const tells: Tell[] = [{ id: 'tell.focus-twice', live: true, observe: observed }]
  const open = async () => ({ slices: [], path: '' })
  const sensing = {
    tells,
    push: ({ t }: InputEvent) => void heard.push(t),
    lose: () => {},
    wordsOn: (height: number) => 10 * height,
    findings: (tells: ReadonlyMap<string, unknown>) => ({ tells, features: 'features' }),
    summary: async (_: unknown, nonce: string) => ({ features: 'f', tally: [1], card: 'client', llr: 2, trace: nonce, open }),
  }
  const start = vi.fn((_begun: number) => sensing as unknown as Sensing)
  return { heard, observed, load: vi.fn(async () => start as StartSensing), start }
}

describe('the collector’s own half of the senses', () => {
  it('does without the other half for a visitor who has done nothing yet, and says so', async () => {
    const { load } = fake()
    const senses = startSenses(load)
    const summarise = await senses.observe(worker, 'load')
    expect(await summarise('n')).toEqual({
      tells: expect.stringMatching(new RegExp(`^[\\w-]{${stillTells.length}}$`)),
      ...{ features: '', tally: [expect.any(Number)], card: STILL_CARD, llr: 0 },
    })
    expect([...senses.findings().tells.keys()]).toEqual(stillTells.map(({ id }) => id))
    expect(senses.findings().features).toBeUndefined()
    expect(load).not.toHaveBeenCalled()
  })

  it('says so although the visitor began to move in the middle of it', async () => {
    const { load } = fake()
    const senses = startSenses(load)
    const observed = senses.observe(worker, 'load')
    senses.push(event(1))
    expect((await (await observed)('n')).card).toBe(STILL_CARD)
  })

  it.each(['idle', 'step-up'] as const)('asks for the other half when there is something to be done by it: %s', async (moment) => {
    const { load, observed } = fake()
    const senses = startSenses(load)
    await senses.observe(worker, 'load')
    const summarise = await senses.observe(worker, moment)
    expect(await summarise('n')).toMatchObject({
      features: 'f',
      tally: [1],
      card: 'client',
      llr: 2,
      trace: 'n',
      open: expect.any(Function),
    })
    expect((await summarise('n')).tells).toHaveLength(stillTells.length + 1)
    expect((await summarise('n')).tells.endsWith('B')).toBe(true)
    expect([load, observed].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
  })

  it('asks for the other half at once where it is told to', async () => {
    const { load } = fake()
    const summarise = await startSenses(load, false).observe(worker, 'load')
    expect((await summarise('n')).card).toBe('client')
  })

  it('keeps what happens until the other half is there, and hands it over in order', async () => {
    const { heard, load } = fake()
    const senses = startSenses(load)
    senses.push(event(1))
    senses.push(event(2))
    expect(senses.wordsOn(7)).toBeNaN()
    await senses.observe(worker, 'load')
    senses.push(event(3))
    expect(heard).toEqual([1, 2, 3])
    expect([senses.findings().features, senses.wordsOn(7)]).toEqual(['features', 70])
  })

  it('tells the other half when it began itself', async () => {
    const { load, start } = fake()
    const senses = startSenses(load)
    const begun = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 20))
    await senses.observe(worker, 'idle')
    expect(Math.abs(start.mock.calls[0]![0] - begun)).toBeLessThan(10)
  })

  it('says that it knows nothing where the other half does not come, and tries again the next time', async () => {
    const { heard, load } = fake()
    load.mockRejectedValueOnce(new Error('blocked'))
    const senses = startSenses(load)
    senses.push(event(1))
    expect(await (await senses.observe(worker, 'load'))('n')).toEqual(NOTHING)
    expect((await (await senses.observe(worker, 'load'))('n')).card).toBe('client')
    expect(heard).toEqual([1])
    await senses.observe(worker, 'idle')
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('takes nobody to be still who keeps the other half from coming', async () => {
    const senses = startSenses(() => Promise.reject(new Error('blocked')))
    expect((await (await senses.observe(worker, 'load'))('n')).card).toBe(STILL_CARD)
    await senses.observe(worker, 'idle')
    expect(await (await senses.observe(worker, 'load'))('n')).toEqual(NOTHING)
  })

  it('waits no longer than a while for one that hangs, and takes it when it comes', async () => {
    vi.useFakeTimers()
    try {
      const { heard, start } = fake()
      let come = (_: StartSensing) => {}
      const senses = startSenses(() => new Promise((resolve) => (come = resolve)))
      senses.push(event(1))
      const observed = senses.observe(worker, 'load')
      await vi.advanceTimersByTimeAsync(4000)
      expect(await (await observed)('n')).toEqual(NOTHING)
      come(start)
      await vi.advanceTimersByTimeAsync(0)
      expect(heard).toEqual([1])
    } finally {
      vi.useRealTimers()
    }
  })

  it('hands over in slices, so that the page has its turns, and keeps the order', async () => {
    const { heard, start } = fake()
    const slow: StartSensing = (begun) => {
      const sensing = start(begun)
      return {
        ...sensing,
        push(event) {
          for (const end = performance.now() + 1; performance.now() < end; );
          sensing.push(event)
        },
      }
    }
    const senses = startSenses(async () => slow)
    for (let t = 0; t < 30; t++) senses.push(event(t))
    const turns: number[] = []
    const turn = setInterval(() => turns.push(heard.length))
    setTimeout(() => senses.push(event(30)), 10)
    await senses.observe(worker, 'load')
    clearInterval(turn)
    expect(heard).toEqual(Array.from({ length: 31 }, (_, t) => t))
    expect(turns.filter((heard) => heard < 30).length).toBeGreaterThanOrEqual(3)
  })

  it('observes nothing more once it has ended, also where the other half comes later', async () => {
    const early = fake()
    const senses = startSenses(early.load)
    await senses.observe(worker, 'idle')
    senses.end()
    await senses.observe(worker, 'idle')
    expect(early.observed).toHaveBeenCalledTimes(1)
    const late = fake()
    const others = startSenses(late.load)
    const observed = others.observe(worker, 'idle')
    others.end()
    await observed
    expect(late.observed).not.toHaveBeenCalled()
  })
})
