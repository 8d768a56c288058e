import { describe, expect, it, vi } from 'vitest'
import type { StoredRule } from '../../../stores/ports.js'
import { knownFields } from '../../rules/testing/known-fields.js'
import { createRuleSets } from './rule-sets.js'

const ruleOf = (projectId: string, changes: Partial<StoredRule> = {}): StoredRule => ({
  id: 'rule_1',
  projectId,
  name: 'Low',
  expression: 'score < 10',
  action: 'block',
  isActive: true,
  order: 0,
  observeOnly: false,
  createdAt: 0,
  updatedAt: 0,
  version: 1,
  ...changes,
})

function start(rules: (projectId: string) => readonly StoredRule[] = (projectId) => [ruleOf(projectId)]) {
  const list = vi.fn(async (projectId: string) => rules(projectId))
  const onFault = vi.fn()
  return { list, onFault, sets: createRuleSets({ list }, knownFields, onFault) }
}

describe('the rules of projects', () => {
  it('are read once for each revision, and compiled once for each version', async () => {
    const { list, sets } = start()
    const [first, again, next] = [await sets('p', 1), await sets('p', 1), await sets('p', 2)]
    expect([again === first, list.mock.calls.length]).toEqual([true, 2])
    expect(next.set.inOrder[0]?.test).toBe(first.set.inOrder[0]?.test)
  })

  it('are remembered of 500 projects, and of those that were asked for last', async () => {
    const { list, sets } = start()
    for (let i = 0; i < 500; i++) await sets(`p${i}`, 1)
    await sets('p0', 1)
    expect(list).toHaveBeenCalledTimes(500)
    await sets('p500', 1)
    await sets('p0', 1)
    expect(list, 'asked for a moment ago').toHaveBeenCalledTimes(501)
    await sets('p1', 1)
    expect(list, 'not for the longest').toHaveBeenCalledTimes(502)
  })

  it('hold in bounded memory, however many projects there are', async () => {
    const { list, sets } = start()
    for (let round = 0; round < 2; round++) for (let i = 0; i < 600; i++) await sets(`p${i}`, 1)
    expect(list, 'each one had to go before its turn came again').toHaveBeenCalledTimes(1200)
  })

  it('leave out what is off or cannot be read, and say so of the latter', async () => {
    const { onFault, sets } = start((projectId) => [
      ruleOf(projectId, { id: 'off', isActive: false }),
      ruleOf(projectId, { id: 'gone', expression: 'no_such_field' }),
      ruleOf(projectId, { id: 'good' }),
    ])
    const { set, stored } = await sets('p', 1)
    expect([set.inOrder.map(({ id }) => id), stored.length, onFault.mock.calls]).toEqual([['good'], 3, [['gone']]])
  })
})
