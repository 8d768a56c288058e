import { describe, expect, it } from 'vitest'
import { features } from '../../../shared/features/index.js'
import { failed, seen, unsupported } from '../../../shared/observation.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import { tellIds, tellShapes } from '../../../shared/wire/tells.js'
import { checkObservations } from './observations.js'

const check = (tells: readonly unknown[], values: readonly unknown[] = []) =>
  checkObservations({ tells, features: values } as unknown as EvidenceClaims)

describe('checkObservations', () => {
  it('gives each position its id and its state', () => {
    const [first] = features
    const result = check([1, null, ['timeout']], [0.5])
    expect(result.ok && [...result.value]).toEqual([
      [tellIds[0], tellShapes[tellIds[0]!].type === 'boolean' ? seen(true) : seen(1)],
      [tellIds[1], unsupported],
      [tellIds[2], failed('timeout')],
      [first!.id, seen(0.5)],
    ])
  })

  it('keeps no reason but those that a collector gives: another could say anything', () => {
    const result = check([['threw'], ['abcdefghijklmnopqrstuvwx']])
    expect(result.ok && [...result.value.values()]).toEqual([failed('threw'), failed('other')])
  })

  it('does not read what stands behind the lists that it knows', () => {
    const result = check([...tellIds.map(() => 0), 'from the future', { a: 1 }])
    expect(result.ok && result.value.size).toBe(tellIds.length)
  })

  it.each(tellIds)('takes %s to be unsupported only where a browser can leave it so', (id) => {
    const one = (value: unknown) => check(tellIds.map((other) => (other === id ? value : 0)))
    const { always } = tellShapes[id]
    expect(one(null)).toEqual(
      always ? { ok: false, error: { reason: 'observation-impossible', id } } : expect.objectContaining({ ok: true }),
    )
    expect(one(['timeout']).ok, 'a reason is as good as a value').toBe(true)
  })

  it('refuses a value of the wrong type by its id', () => {
    expect(check(['1'])).toEqual({ ok: false, error: { reason: 'observation-malformed', id: tellIds[0] } })
  })
})
