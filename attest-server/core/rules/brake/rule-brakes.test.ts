import { beforeEach, describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../../stores/memory/open-memory-stores.js'
import { defaultSettings, type KeptTexts, type StoredRule, type Stores } from '../../../stores/ports.js'
import { confirmRule } from '../../control/confirm-rule.js'
import { policyOf } from '../resolution/policy-of.js'
import { resolve } from '../resolution/resolve.js'
import { blank, knownFields } from '../testing/known-fields.js'
import { loadBrakes } from './kept-brakes.js'
import { createRuleBrakes, type RuleBrakes } from './rule-brakes.js'
import { trialsOf } from './trials-of.js'

const NOW = 1_790_000_000
const rule: StoredRule = {
  id: 'rule_1',
  projectId: 'prj_1',
  name: 'All below 60',
  expression: 'score < 60',
  action: 'block',
  isActive: true,
  order: 0,
  observeOnly: false,
  createdAt: NOW,
  version: 1,
  updatedAt: NOW,
}

const brakesOf = (stores: Stores) => createRuleBrakes({ ...stores, yieldTurn: () => Promise.resolve() })

let visitors = 0
let stores: Stores
let brakes: RuleBrakes
beforeEach(() => {
  stores = openMemoryStores()
  brakes = brakesOf(stores)
})

const policy = async () => policyOf(defaultSettings, await stores.rules.list('prj_1'), knownFields)

/** Decides so many sessions as the project does then. @returns how many were blocked. */
async function decide(sessions: number, scoreOf: (i: number) => number, at = NOW): Promise<number> {
  const stored = await stores.rules.list('prj_1')
  const current = policyOf(defaultSettings, stored, knownFields)
  let blocked = 0
  for (let i = 0; i < sessions; i++) {
    const values: Readonly<Record<string, unknown>> = { ...blank, score: scoreOf(i) }
    const read = (name: string) => (values[name] ?? null) as never
    const { action } = resolve(read, current)
    if (action === 'block') blocked++
    brakes.count({ projectId: 'prj_1', visitor: `v${visitors++}` }, { stored }, read, current)
  }
  await brakes.flush(at)
  return blocked
}
const people = () => 80
const stored = async () => (await stores.rules.list('prj_1'))[0]!

describe('the brake of rules', () => {
  it('asks no rule more than once a session, however many are new: rules are as dear as their author wants', async () => {
    for (let i = 0; i < 20; i++) await stores.rules.add({ ...rule, id: `rule_${i}`, expression: 'path == "/x"' })
    let asked = 0
    const read = (name: string) => {
      if (name === 'path') asked++
      return (blank[name as keyof typeof blank] ?? null) as never
    }
    brakes.count({ projectId: 'prj_1', visitor: `v${visitors++}` }, { stored: await stores.rules.list('prj_1') }, read, await policy())
    expect(asked).toBe(20)
  })

  it('counts a visitor once, however many pages are asked for', async () => {
    await decide(1000, people)
    await stores.rules.add(rule)
    const current = await policy()
    const values: Readonly<Record<string, unknown>> = { ...blank, score: 10 }
    const read = (name: string) => (values[name] ?? null) as never
    for (let i = 0; i < 500; i++) brakes.count({ projectId: 'prj_1', visitor: 'one' }, { stored: [rule] }, read, current)
    await brakes.flush(NOW)
    expect(await stored()).toMatchObject({ observeOnly: false, version: 1 })
  })

  it('takes a new rule back to observing that makes the share of blocks jump', async () => {
    await decide(1000, people)
    await stores.rules.add(rule)
    expect(await decide(200, (i) => (i % 2 ? 80 : 50))).toBe(100)
    expect(await stored()).toMatchObject({ observeOnly: true, version: 2 })
    expect(await decide(200, (i) => (i % 2 ? 80 : 50))).toBe(0)
  })

  it('raises the revision with it, so that no cached verdict outlives the brake', async () => {
    await stores.rules.add(rule)
    const { rev } = await stores.settings.of('prj_1')
    await decide(1000, () => 50)
    expect((await stores.settings.of('prj_1')).rev).toBeGreaterThan(rev)
  })

  it('leaves a rule alone that blocks as many as were blocked before', async () => {
    await stores.rules.add({ ...rule, expression: 'score < 5' })
    for (let round = 0; round < 6; round++) await decide(2000, (i) => (i % 100 === 0 ? 3 : 80))
    expect(await stored()).toMatchObject({ observeOnly: false, version: 1 })
  })

  it('leaves rules alone that only challenge', async () => {
    await stores.rules.add({ ...rule, action: 'challenge' })
    await decide(500, () => 50)
    expect(await stored()).toEqual({ ...rule, action: 'challenge' })
  })

  it('lets a rule go on by itself when the jump is over, and counts on while it is braked', async () => {
    await decide(1000, people)
    await stores.rules.add(rule)
    await decide(200, () => 50)
    expect((await stored()).observeOnly).toBe(true)
    for (let round = 0; round < 20; round++) await decide(1000, people)
    expect((await stored()).observeOnly).toBe(false)
  })

  it('starts anew with a rule that its owner changed', async () => {
    await decide(1000, people)
    await stores.rules.add(rule)
    await decide(200, () => 50)
    const braked = await stored()
    await stores.rules.replace({ ...braked, observeOnly: false, expression: 'score < 5', version: braked.version + 1 })
    for (let round = 0; round < 3; round++) await decide(1000, people)
    expect(await stored()).toMatchObject({ observeOnly: false, version: braked.version + 1 })
  })

  it('never undoes what its owner has just written', async () => {
    await decide(1000, people)
    await stores.rules.add(rule)
    const current = await policy()
    const read = (name: string) => (({ ...blank, score: 50 }) as Readonly<Record<string, unknown>>)[name] as never
    for (let i = 0; i < 200; i++) brakes.count({ projectId: 'prj_1', visitor: `v${visitors++}` }, { stored: [rule] }, read, current)
    await stores.rules.replace({ ...rule, name: 'New', version: 2 })
    await brakes.flush(NOW)
    expect(await stored()).toMatchObject({ name: 'New', version: 2, observeOnly: false })
  })

  it('is off for a version that a person has confirmed', async () => {
    await decide(1000, people)
    await stores.rules.add(rule)
    await decide(200, () => 50)
    expect((await confirmRule('prj_1', 'rule_1', stores, NOW)).ok).toBe(true)
    for (let round = 0; round < 5; round++) expect(await decide(500, () => 50)).toBe(500)
    expect((await stored()).observeOnly).toBe(false)
  })

  it('remembers over a restart what was counted', async () => {
    await decide(1000, people)
    await stores.rules.add(rule)
    for (let round = 0; round < 4; round++) {
      await decide(15, () => 50)
      brakes = brakesOf(stores)
    }
    expect((await stored()).observeOnly).toBe(true)
  })
})

describe('what the brake costs', () => {
  /** Every look and write, and every turn of others. */
  const work: string[] = []
  beforeEach(() => {
    work.length = 0
    const noted =
      <A extends unknown[], T>(name: string, call: (...args: A) => T) =>
      (...args: A) => {
        work.push(name)
        return call(...args)
      }
    const texts: KeptTexts = { get: stores.texts.get, put: noted('write', stores.texts.put) }
    const rules = { list: noted('read', stores.rules.list), replace: stores.rules.replace }
    brakes = createRuleBrakes({ texts, rules, yieldTurn: noted('turn', () => Promise.resolve()) })
  })
  const writes = () => work.filter((one) => one === 'write').length

  it('is a write a minute where no rule is new, and no decision is forgotten meanwhile', async () => {
    for (let at = 0; at < 120; at += 5) await decide(100, people, NOW + at)
    expect(writes()).toBe(2)
    expect((await loadBrakes(stores.texts, 'prj_1')).baseline).toEqual({ decided: 1300, blocked: 0 })
    await stores.rules.add(rule)
    await decide(20, people, NOW + 120)
    const { baseline, rules } = await loadBrakes(stores.texts, 'prj_1')
    expect([baseline, rules.rule_1?.state.baseline]).toEqual([
      { decided: 2400, blocked: 0 },
      { decided: 2400, blocked: 0 },
    ])
  })

  it('is a write at each look as long as a rule is new, also while it is braked, and rare again when it is not', async () => {
    await stores.rules.add(rule)
    for (let at = 0; at < 60; at += 5) await decide(100, () => 50, NOW + at)
    expect([writes(), (await stored()).observeOnly]).toEqual([12, true])
    await confirmRule('prj_1', 'rule_1', stores, NOW + 60)
    await decide(100, () => 50, NOW + 60)
    for (let at = 65; at < 120; at += 5) await decide(100, () => 50, NOW + at)
    expect(writes()).toBe(13)
  })

  it('is nothing where nothing is decided any more', async () => {
    await decide(100, people)
    for (let at = 5; at < 300; at += 5) await brakes.flush(NOW + at)
    expect(writes()).toBe(1)
  })

  it('leaves others their turn before each project, whose decisions then are counted the next time', async () => {
    const [read, current] = [(name: string) => (blank[name as keyof typeof blank] ?? null) as never, await policy()]
    const count = () => {
      for (const project of ['prj_1', 'prj_2', 'prj_3'])
        brakes.count({ projectId: project, visitor: `v${visitors++}` }, { stored: [] }, read, current)
    }
    count()
    const flushed = brakes.flush(NOW)
    count()
    await flushed
    expect(work).toEqual(['turn', 'read', 'write', 'turn', 'read', 'write', 'turn', 'read', 'write'])
    await brakes.flush(NOW + 60)
    const decided = await Promise.all([1, 2, 3].map(async (i) => (await loadBrakes(stores.texts, `prj_${i}`)).baseline.decided))
    expect(decided).toEqual([2, 2, 2])
  })
})

describe('what a project decides by', () => {
  it('asks rules in the order of the book, older ones first where they are equal', async () => {
    for (const [id, order] of [
      ['rule_z', 1],
      ['rule_a', 1],
      ['rule_m', 0],
    ] as const)
      await stores.rules.add({ ...rule, id, order })
    expect((await policy()).rules.inOrder.map(({ id }) => id)).toEqual(['rule_m', 'rule_z', 'rule_a'])
  })

  it('leaves out what does not compile, and tries only active rules that block', async () => {
    await stores.rules.add({ ...rule, id: 'broken', expression: 'no.such.field' })
    await stores.rules.add({ ...rule, id: 'off', isActive: false })
    await stores.rules.add({ ...rule, id: 'log', action: 'log' })
    await stores.rules.add(rule)
    const { rules } = await policy()
    const trials = trialsOf(await stores.rules.list('prj_1'), rules)
    expect(rules.inOrder.map(({ id }) => id)).toEqual(['log', 'rule_1'])
    expect(trials.map(({ id }) => id)).toEqual(['rule_1'])
  })
})
