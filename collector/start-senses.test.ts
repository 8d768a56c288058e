import { describe, expect, it, vi } from 'vitest'
import type { InputEvent } from '../shared/features/input-event.js'
import { NO_CARD } from '../shared/wire/evidence.js'
import type { Sensing, StartSensing } from './senses/sensing.js'
import { startSenses } from './start-senses.js'

const event = (t: number): InputEvent => ({ kind: 'scroll', t, trusted: true, top: 0, words: 0 })
const worker = Promise.resolve(undefined)

function fake() {
  const heard: number[] = []
  const asked: string[] = []
  const sensing = {
    push: ({ t }: InputEvent) => void heard.push(t),
    lose: () => {},
    observe: async (_: unknown, moment: string) => void asked.push(moment),
    findings: () => 'findings',
    summary: () => 'summary',
    end: vi.fn(),
  }
  const start = vi.fn((_begun: number) => sensing as unknown as Sensing)
  return { heard, asked, end: sensing.end, start: start as StartSensing }
}

describe('the collector’s own half of the senses', () => {
  it('keeps what happens until the other half is there, and hands it over in order', async () => {
    const { heard, asked, start } = fake()
    const senses = startSenses(async () => start)
    senses.push(event(1))
    senses.push(event(2))
    expect(senses.findings()).toBeUndefined()
    await senses.observe(worker, 'load')
    senses.push(event(3))
    expect([heard, asked]).toEqual([[1, 2, 3], ['load']])
    expect([senses.findings(), senses.summary()]).toEqual(['findings', 'summary'])
  })

  it('tells the other half when it began itself', async () => {
    const { start } = fake()
    const senses = startSenses(async () => start)
    const begun = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 20))
    await senses.observe(worker, 'load')
    expect(Math.abs(vi.mocked(start).mock.calls[0]![0] - begun)).toBeLessThan(10)
  })

  it('says that it knows nothing where the other half does not come, and tries again the next time', async () => {
    const { heard, start } = fake()
    const load = vi.fn(async () => start).mockRejectedValueOnce(new Error('blocked'))
    const senses = startSenses(load)
    senses.push(event(1))
    await senses.observe(worker, 'load')
    expect(senses.summary()).toEqual({ tells: '', features: '', tally: [], card: NO_CARD, llr: 0 })
    await senses.observe(worker, 'load')
    expect(heard).toEqual([1])
    await senses.observe(worker, 'idle')
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('waits no longer than a while for one that hangs, and takes it when it comes', async () => {
    vi.useFakeTimers()
    try {
      const { heard, start } = fake()
      let come = (_: StartSensing) => {}
      const senses = startSenses(() => new Promise((resolve) => (come = resolve)))
      senses.push(event(1))
      const observed = senses.observe(worker, 'load')
      await vi.advanceTimersByTimeAsync(2500)
      await observed
      expect(senses.summary().card).toBe(NO_CARD)
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

  it('ends the other half, and asks it for nothing more, also where it comes later', async () => {
    const early = fake()
    const senses = startSenses(async () => early.start)
    await senses.observe(worker, 'load')
    senses.end()
    await senses.observe(worker, 'idle')
    expect([early.asked, early.end.mock.calls.length]).toEqual([['load'], 1])
    const late = fake()
    const others = startSenses(async () => late.start)
    const observed = others.observe(worker, 'load')
    others.end()
    await observed
    expect([late.asked, late.end.mock.calls.length]).toEqual([[], 1])
  })
})
