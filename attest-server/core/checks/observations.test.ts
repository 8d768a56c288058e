import { describe, expect, it } from 'vitest'
import { features } from '../../../shared/features/index.js'
import { failed, seen, unsupported } from '../../../shared/observation.js'
import { type EvidenceClaims, NO_CARD } from '../../../shared/wire/evidence.js'
import { tellIds, tellShapes } from '../../../shared/wire/tells.js'
import { checkObservations } from './observations.js'

const check = (tells: string, values = '', card = 'client') =>
  checkObservations({ tells, features: values, card } as unknown as EvidenceClaims)

describe('checkObservations', () => {
  it('gives each position its id and its state', () => {
    const [first, second] = features
    const result = check('B_9', 'AA__')
    expect(result.ok && [...result.value]).toEqual([
      [tellIds[0], tellShapes[tellIds[0]!].type === 'boolean' ? seen(true) : seen(1)],
      [tellIds[1], unsupported],
      [tellIds[2], failed('timeout')],
      [first!.id, seen(first!.range[0])],
      [second!.id, unsupported],
    ])
  })

  it('knows of nothing where the collector’s other half did not come, and why', () => {
    const result = check('', '', NO_CARD)
    expect(result.ok && result.value.size).toBe(tellIds.length + features.length)
    for (const observation of result.ok ? result.value.values() : []) expect(observation).toEqual(failed('not-loaded'))
  })

  it('does not read what stands behind the lists that it knows', () => {
    const result = check(`${'A'.repeat(tellIds.length)}...`)
    expect(result.ok && result.value.size).toBe(tellIds.length)
  })

  it.each(tellIds)('takes %s to be unsupported only where a browser can leave it so', (id) => {
    const one = (letter: string) => check(tellIds.map((other) => (other === id ? letter : 'A')).join(''))
    const { always } = tellShapes[id]
    expect(one('_')).toEqual(
      always ? { ok: false, error: { reason: 'observation-impossible', id } } : expect.objectContaining({ ok: true }),
    )
    expect(one('9').ok, 'a reason is as good as a value').toBe(true)
  })

  it('refuses a value that has no meaning by its id', () => {
    expect(check('.')).toEqual({ ok: false, error: { reason: 'observation-malformed', id: tellIds[0] } })
    expect(check('', 'A')).toEqual({ ok: false, error: { reason: 'observation-malformed', id: features[0]!.id } })
  })
})
