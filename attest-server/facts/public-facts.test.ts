import { describe, expect, it } from 'vitest'
import { detections } from '../core/detections/index.js'
import { facts } from './index.js'
import { publicFacts, saidAgain } from './public-facts.js'
import { requestFacts } from './request-facts.js'

const ids = publicFacts.map(({ id }) => id as string)
const detectionsOf = (id: string) =>
  detections.filter(({ signs }) => signs.some((sign) => 'observation' in sign && sign.observation === id)).map((detection) => detection.id)

describe('the public names of facts', () => {
  it('are one for each, and none for what another says already', () => {
    expect(new Set(ids).size).toBe(ids.length)
    const inside = Object.keys(saidAgain)
    for (const { id } of [...facts, ...requestFacts]) expect(ids.includes(id), id).toBe(!inside.includes(id))
  })

  it.each(Object.entries(saidAgain))('%s is said by %j, and both lead to the same detections', (id, others) => {
    expect(facts.map((fact) => fact.id as string)).toContain(id)
    for (const other of others) expect(requestFacts.map((fact) => fact.id as string)).toContain(other)
    const theirs = others.flatMap(detectionsOf)
    for (const detection of detectionsOf(id)) expect(theirs).toContain(detection)
  })
})
