import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { StoredRule, Stores } from '../ports.js'
import { openSqliteStores } from '../sqlite/open-sqlite-stores.js'
import { rememberStores } from './remember-stores.js'

const project = { id: 'prj_1', name: 'Shop', siteKey: 'pk_1', origins: [], enforce: true, noscript: true, createdAt: 1 }
const secret = { projectId: 'prj_1', lookup: 'one', hash: 'h1' }
const rule: StoredRule = {
  ...{ id: 'rule_1', projectId: 'prj_1', name: 'r', expression: 'score < 5', action: 'block', isActive: true, order: 1 },
  ...{ observeOnly: false, createdAt: 1, version: 1, updatedAt: 1 },
}

let folder: string
let now: number
let file: Stores
let here: Stores
let elsewhere: Stores

function open(): Stores {
  const stores = openSqliteStores(folder)
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-remembered-'))
  now = 1000
  file = open()
  here = rememberStores(file, () => now)
  elsewhere = rememberStores(open(), () => now)
  await here.projects.create(project, secret)
})
afterEach(async () => {
  await here.close()
  await elsewhere.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What requests ask for, in one line. */
async function seenBy({ projects, settings }: Stores) {
  const [found, byKey, kept, { threshold, rev }] = await Promise.all([
    projects.byId('prj_1'),
    projects.bySiteKey('pk_1'),
    projects.secretByLookup('one'),
    settings.of('prj_1'),
  ])
  return [found?.name, byKey?.name, kept?.hash, threshold, rev]
}

it('asks the store once a second for what every request needs', async () => {
  const looks = vi.spyOn(file.projects, 'secretByLookup')
  for (const at of [1000, 1000.9, 1001]) {
    now = at
    expect(await seenBy(here)).toEqual(['Shop', 'Shop', 'h1', 30, 0])
  }
  expect(looks).toHaveBeenCalledTimes(2)
})

it('knows at once what this process changes, and within a second what others change', async () => {
  for (const stores of [here, elsewhere]) expect(await seenBy(stores)).toEqual(['Shop', 'Shop', 'h1', 30, 0])
  await here.projects.change('prj_1', { name: 'Store' })
  await here.projects.replaceSecret({ ...secret, hash: 'h2' })
  await here.settings.change('prj_1', { threshold: 40 })
  expect(await seenBy(here)).toEqual(['Store', 'Store', 'h2', 40, 1])
  expect(await seenBy(elsewhere)).toEqual(['Shop', 'Shop', 'h1', 30, 0])
  now += 1
  expect(await seenBy(elsewhere)).toEqual(['Store', 'Store', 'h2', 40, 1])
})

it('knows at once what is revoked here, and within a second what is revoked elsewhere', async () => {
  const listed = ({ revocations }: Stores) => revocations.list(now)
  for (const stores of [here, elsewhere]) expect(await listed(stores)).toEqual([])
  await here.revocations.add('prj_1', 'aa', now + 60, now)
  expect([await listed(here), await listed(elsewhere)]).toEqual([['aa'], []])
  now += 1
  expect(await listed(elsewhere)).toEqual(['aa'])
})

it('takes a key that was replaced for worthless at once', async () => {
  expect(await here.projects.secretByLookup('one')).toBeDefined()
  await here.projects.replaceSecret({ ...secret, lookup: 'two' })
  expect(await here.projects.secretByLookup('one')).toBeUndefined()
})

it('tells of each change of rules and of scoring by the next revision', async () => {
  const rev = async () => (await here.settings.of('prj_1')).rev
  const revs = [await rev()]
  await here.rules.add(rule)
  revs.push(await rev())
  await here.rules.replace({ ...rule, version: 2, name: 'other' })
  revs.push(await rev())
  await here.rules.remove('prj_1', 'rule_1')
  revs.push(await rev())
  await here.settings.enableScoring('prj_1', now)
  revs.push(await rev())
  expect(revs).toEqual([0, 1, 2, 3, 4])
})

it('forgets also where a change failed half-way: whether it happened is not known', async () => {
  await seenBy(here)
  vi.spyOn(file.settings, 'change').mockImplementation(async () => {
    await elsewhere.settings.change('prj_1', { threshold: 50 })
    throw new Error('cut off')
  })
  await expect(here.settings.change('prj_1', { threshold: 50 })).rejects.toThrow('cut off')
  expect((await here.settings.of('prj_1')).threshold).toBe(50)
})
