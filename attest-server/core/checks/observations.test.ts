import { describe, expect, it } from 'vitest'
import { features } from '../../../shared/features/index.js'
import { failed, seen, unsupported } from '../../../shared/observation.js'
import { type EvidenceClaims, NO_CARD } from '../../../shared/wire/evidence.js'
import { encodeFeature, encodeTell, reasons } from '../../../shared/wire/observation-codes.js'
import { tellIds, tellShapes } from '../../../shared/wire/tells.js'
import { checkObservations } from './observations.js'

const check = (tells: string, values = '', card = 'client') =>
  checkObservations({ tells, features: values, card } as unknown as EvidenceClaims)

describe('checkObservations', () => {
  it('gives each position its id and its state', () => {
    const [first, second] = features
    const result = check('BA9', 'AA__')
    expect(result.ok && [...result.value]).toEqual([
      [tellIds[0], tellShapes[tellIds[0]!].type === 'boolean' ? seen(true) : seen(1)],
      [tellIds[1], tellShapes[tellIds[1]!].type === 'boolean' ? seen(false) : seen(0)],
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

  it.each(tellIds)('takes %s to be not asked for only where its moment may be still to come', (id) => {
    const one = (letter: string) => check(tellIds.map((other) => (other === id ? letter : 'A')).join(''))
    expect(one(encodeTell(failed('not-asked'))).ok).toBe(!tellShapes[id].atLoad)
    for (const reason of ['other', 'timeout', 'threw']) expect(one(encodeTell(failed(reason))).ok).toBe(true)
  })

  it('takes nothing to be not loaded in a summary with a card', () => {
    const notLoaded = failed('not-loaded')
    const impossible = (id: string) => ({ ok: false, error: { reason: 'observation-impossible', id } })
    expect(check(encodeTell(notLoaded))).toEqual(impossible(tellIds[0]!))
    expect(check('', encodeFeature(notLoaded, features[0]!.range))).toEqual(impossible(features[0]!.id))
  })

  it.each(reasons)('takes no feature to have failed: %s', (reason) => {
    const { id, range } = features[1]!
    const error = { reason: 'observation-impossible', id }
    expect(check('', `__${encodeFeature(failed(reason), range)}`)).toEqual({ ok: false, error })
  })

  it('refuses a value that has no meaning by its id', () => {
    expect(check('.')).toEqual({ ok: false, error: { reason: 'observation-malformed', id: tellIds[0] } })
    expect(check('', 'A')).toEqual({ ok: false, error: { reason: 'observation-malformed', id: features[0]!.id } })
  })
})
