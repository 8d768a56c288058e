import { describe, expect, it } from 'vitest'
import type { StoredRule } from '../ports.js'
import { fromBoth, NOW, type OpenStores, withStores } from './support.js'

const rule = (id: string, order = 0, version = 1): StoredRule => ({
  id: `rule_${id}`,
  projectId: 'prj_shop',
  name: id,
  expression: 'score < 30',
  action: 'block',
  isActive: true,
  order,
  observeOnly: false,
  createdAt: NOW,
  version,
  updatedAt: NOW,
})

export function testRuleBook(open: OpenStores): void {
  describe('the rule book', () => {
    const { stores, others } = withStores(open)
    const rev = async () => (await others().settings.of('prj_shop')).rev

    it('lists rules in the order in which they are asked; of equal ones the first comes first', async () => {
      for (const one of [rule('late', 2), rule('b'), rule('a')]) expect(await stores().rules.add(one)).toBe(true)
      expect(await others().rules.list('prj_shop')).toEqual([rule('b'), rule('a'), rule('late', 2)])
      expect(await others().rules.list('prj_blog')).toEqual([])
      expect(await rev()).toBe(3)
    })

    it('removes and replaces them, and tells by the revision that it did', async () => {
      await stores().rules.add(rule('a'))
      expect(await stores().rules.remove('prj_blog', 'rule_a')).toBe(false)
      expect(await stores().rules.replace(rule('none', 0, 2))).toBe(false)
      expect(await rev()).toBe(1)
      expect(await stores().rules.replace({ ...rule('a', 5, 2), isActive: false })).toBe(true)
      expect(await others().rules.list('prj_shop')).toEqual([{ ...rule('a', 5, 2), isActive: false }])
      expect(await stores().rules.remove('prj_shop', 'rule_a')).toBe(true)
      expect(await stores().rules.remove('prj_shop', 'rule_a')).toBe(false)
      expect(await rev()).toBe(3)
    })

    it('replaces a rule for exactly one of those who read the same version', async () => {
      await stores().rules.add(rule('a'))
      const done = await fromBoth([stores(), others()], 10, ({ rules }, i) => rules.replace({ ...rule('a', i, 2) }))
      expect(done.filter((isDone) => isDone)).toHaveLength(1)
      expect((await stores().rules.list('prj_shop'))[0]?.order).toBe(done.indexOf(true))
    })

    it('takes as many as a project may have', async () => {
      const added = await fromBoth([stores(), others()], 10, ({ rules }, i) => rules.add(rule(`${i}`)))
      expect(added.filter((isAdded) => isAdded)).toHaveLength(3)
      expect(await rev()).toBe(3)
      expect(await stores().rules.add({ ...rule('a'), projectId: 'prj_blog' })).toBe(true)
    })
  })
}
