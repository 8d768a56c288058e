import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../observation.js'
import { hardening, type TellId, tellIds, tellShapes } from '../wire/tells.js'
import { clientCard } from './client-card.js'
import { score } from './score.js'
import type { Scorecard } from './scorecard.js'
import { tellFamilies, tellHardRules, tellRows } from './tell-rows.js'
import { unscoredTells } from './unscored.js'

const card: Scorecard = {
  ...{ version: 'test', prior: -2.2, takesBack: Infinity, causes: clientCard.causes },
  ...{ families: tellFamilies, rows: tellRows, hardRules: tellHardRules },
}

const plainBrowser: readonly [ObservationId, Observation][] = [['tell.hardened', seen(hardening.none)]]

describe('the weights of tells', () => {
  it('has exactly one row for every tell on the wire, or lists it as unscored', () => {
    expect([...tellRows.map(({ id }) => id), ...unscoredTells].sort()).toEqual([...tellIds].sort())
  })

  it('ends the bins of every row at Infinity and in ascending order', () => {
    for (const { id, bins } of tellRows) {
      const ends = bins.map((bin) => bin.below)
      expect(ends, id).toEqual([...ends].sort((a, b) => a - b))
      expect(ends.at(-1), id).toBe(Number.POSITIVE_INFINITY)
    }
  })

  it('weighs absence as nothing', () => {
    expect(score(new Map(), card).llr).toBe(card.prior)
  })

  it('takes a clean environment for little: at most a fifth of a nat', () => {
    const passed = tellIds.map((id): [ObservationId, Observation] => [id, tellShapes[id].type === 'number' ? seen(0) : seen(false)])
    const { llr, hard } = score(new Map(passed), card)
    expect(llr).toBeLessThanOrEqual(card.prior)
    // Tenths do not add up exactly.
    expect(llr).toBeGreaterThanOrEqual(card.prior - 0.2 - 1e-9)
    expect(hard).toEqual([])
  })

  it('lets no tell alone challenge a person, but by a hard rule or by what no browser of a person does', () => {
    const proofs = ['tell.declared', 'tell.dom-emulated', 'tell.driver-globals', 'tell.ipc-flood']
    const alone = tellRows.filter(({ id }) => {
      const { llr, hard } = score(new Map([...plainBrowser, [id, seen(tellShapes[id as TellId].type === 'number' ? 4 : true)]]), card)
      return llr >= 0 && hard.length === 0
    })
    expect(alone.map(({ id }) => id).sort()).toEqual(proofs)
    for (const { id, source } of alone) expect(source, id).toMatch(/by definition/)
  })

  it('lets open developer tools that override the document challenge nobody', () => {
    const seenBy = ['tell.runtime-enabled', 'tell.console-cost', 'tell.document-fulfilled'] as const
    const { llr } = score(new Map(seenBy.map((id) => [id, seen(true)])), card)
    expect(llr).toBeLessThan(0)
  })

  it('believes no contradiction of a browser that is hardened against fingerprinting', () => {
    const conditioned = tellRows.filter(({ when }) => when?.some(({ id }) => id === 'tell.hardened'))
    expect(conditioned.map(({ id }) => id.slice('tell.'.length)).sort()).toEqual([
      'frame-natives',
      'graphics-system',
      'navigator-natives',
      'plugins',
      'screen-media',
      'screen-orientation',
      'shared-worker',
      'viewport-larger',
      'window-beyond-screen',
      'worker-cores',
      'worker-timezone',
    ])
    for (const { id } of conditioned) {
      const scoreOf = (kind: number) =>
        score(
          new Map<ObservationId, Observation>([
            [id, seen(1)],
            ['tell.hardened', seen(kind)],
          ]),
          card,
        ).llr
      expect(scoreOf(hardening.none), id).toBeGreaterThan(card.prior)
      expect([scoreOf(hardening.same), scoreOf(hardening.random)], id).toEqual([card.prior, card.prior])
    }
  })
})
