import { describe, expect, it } from 'vitest'
import { failed, type Observation, type ObservationId, seen, unsupported } from '../../shared/observation.js'
import { type TellId, tellIds, tellShapes } from '../../shared/wire/tells.js'
import { isSilent, silenceOf } from './silence.js'

const sure = tellIds.filter((id) => tellShapes[id].always && tellShapes[id].atLoad)
const world = (of: (id: TellId) => Observation) => new Map<ObservationId, Observation>(tellIds.map((id) => [id, of(id)]))

describe('silence', () => {
  it('is what every collector knows and this one does not say', () => {
    expect(silenceOf(world(() => failed('timeout')))).toBe(1)
    expect(silenceOf(world((id) => (id === sure[0] ? failed('threw') : seen(0))))).toBeCloseTo(1 / sure.length)
    expect(sure.length).toBeGreaterThan(8)
  })

  it('is not what a browser does not have, nor what was not asked for yet', () => {
    const plain = world((id) => (tellShapes[id].always && tellShapes[id].atLoad ? seen(0) : unsupported))
    expect(silenceOf(plain)).toBe(0)
    expect(isSilent(plain)).toBe(false)
  })

  it('does not count what an older collector does not know', () => {
    expect(silenceOf(new Map([[sure[0]!, seen(0)]]))).toBe(0)
    expect(silenceOf(new Map())).toBe(1)
  })

  it('begins at half of it', () => {
    const most = Math.ceil(sure.length / 2)
    const without = (count: number) => world((id) => (sure.indexOf(id) >= count ? seen(0) : failed('timeout')))
    expect([isSilent(without(most)), isSilent(without(most - 1))]).toEqual([true, false])
  })
})
