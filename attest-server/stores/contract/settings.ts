import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../ports.js'
import { fromBoth, NOW, type OpenStores, withStores } from './support.js'

export function testSettings(open: OpenStores): void {
  describe('settings', () => {
    const { stores, others } = withStores(open)

    it('only observe until their owner says otherwise', async () => {
      const toggles = { allowVerified: true, protectStatic: true, blockDefinite: false, challengeLikely: false }
      expect(await stores().settings.of('prj_shop')).toEqual({
        ...toggles,
        threshold: 30,
        delayEnforcement: false,
        keepMovementHours: 0,
        rev: 0,
      })
    })

    it('change as they are told, and for one project only; their revision goes up', async () => {
      const changed = { ...defaultSettings, threshold: 40, rev: 1 }
      expect(await stores().settings.change('prj_shop', { threshold: 40 })).toEqual(changed)
      expect(await others().settings.change('prj_shop', { blockDefinite: true })).toEqual({ ...changed, blockDefinite: true, rev: 2 })
      expect(await stores().settings.of('prj_shop')).toEqual({ ...changed, blockDefinite: true, rev: 2 })
      expect(await stores().settings.of('prj_blog')).toEqual(defaultSettings)
    })

    it('lose no change of many at once', async () => {
      await fromBoth([stores(), others()], 20, ({ settings }, i) =>
        settings.change('prj_shop', i < 10 ? { threshold: 50 } : { challengeLikely: true }),
      )
      expect(await stores().settings.of('prj_shop')).toEqual({ ...defaultSettings, threshold: 50, challengeLikely: true, rev: 20 })
    })

    it('enable scoring once, and tell exactly one that it was the first', async () => {
      const told = await fromBoth([stores(), others()], 10, ({ settings }) => settings.enableScoring('prj_shop', NOW))
      expect(told.filter((isFirst) => isFirst)).toHaveLength(1)
      expect(await others().settings.of('prj_shop')).toEqual({ ...defaultSettings, scoringEnabledAt: NOW, rev: 1 })
    })
  })
}
