import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PointerMove } from '../../shared/features/input-event.js'
import { pathKinds } from './index.js'
import { makeVisits } from './make-visits.js'
import { startDice } from './start-dice.js'

const visits = [...makeVisits(12)]
const movesOf = (events: (typeof visits)[number]['events']) => events.filter((event): event is PointerMove => event.kind === 'move')

describe('visits of bots that were never recorded', () => {
  it('are the same each time, and others for another seed', () => {
    expect([...makeVisits(2)]).toEqual(visits.filter(({ id }) => /\/[01]$/.test(id)))
    expect([...makeVisits(1, 2)][0]!.events).not.toEqual(visits[0]!.events)
  })

  it('do not change when another kind is added', () => {
    expect([...makeVisits(12, 1, pathKinds.slice(3, 4))]).toEqual(visits.filter(({ kind }) => kind === pathKinds[3]!.id))
  })

  it('come from all kinds that there are: every file is on the list, once, and names its kind', () => {
    const files = readdirSync(new URL('kinds', import.meta.url)).filter((file) => !file.endsWith('.test.ts'))
    expect(pathKinds.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
  })

  it('last 10 to 45 s, in order, within reach of the page', () => {
    for (const { id, duration, events } of visits) {
      expect(duration, id).toBeGreaterThan(9000)
      expect(duration, id).toBeLessThan(48_000)
      expect(events[0]!.t, id).toBe(0)
      expect(
        events.every(({ t }, i) => t >= (events[i - 1]?.t ?? 0)),
        id,
      ).toBe(true)
      for (const { x, y } of movesOf(events)) expect(x > -1500 && x < 4000 && y > -1500 && y < 3000, `${id}: ${x},${y}`).toBe(true)
    }
  })

  it('move, some press and some turn the wheel', () => {
    for (const visit of visits) expect(movesOf(visit.events).length, visit.id).toBeGreaterThan(4)
    const having = (kind: string) => visits.filter(({ events }) => events.some((event) => event.kind === kind)).length / visits.length
    expect(having('down')).toBeGreaterThan(0.6)
    expect(having('wheel')).toBeGreaterThan(0.2)
    expect(having('wheel')).toBeLessThan(0.7)
  })
})

describe('every kind of movement', () => {
  it.each(pathKinds.map((kind) => [kind.id, kind] as const))('%s ends at its target, and time only goes on', (_, kind) => {
    for (let seed = 1; seed <= 40; seed++) {
      const dice = startDice(seed)
      const movement = kind.draw(dice, () => dice.uniform(1, 20))
      const to = { x: 100 + 10 * seed, y: 700 - 15 * seed }
      const points = movement({ x: 640, y: 360 }, to)
      const end = points.at(-1)!
      expect(Math.hypot(end.x - to.x, end.y - to.y), `seed ${seed}`).toBeLessThan(20)
      expect(points.every(({ t }, i) => t > (points[i - 1]?.t ?? 0))).toBe(true)
    }
  })
})
