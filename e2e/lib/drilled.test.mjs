import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drilled, leftOut } from './drilled.mjs'
import { drivers, root } from './drivers.mjs'

const { peerDependencies, peerDependenciesMeta } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

describe('the drivers that ship', () => {
  it('are all bots but those that are left out, which are bots', () => {
    expect([...drilled(), ...Object.keys(leftOut)].sort()).toEqual(drivers('bots').sort())
    expect(drilled().length).toBeGreaterThan(20)
  })
  it('have their packages as optional peers, as the components have theirs, and nobody else has any', () => {
    const sources = drilled().map((name) => readFileSync(join(root, 'e2e', 'bots', `${name}.ts`), 'utf8'))
    const imported = sources.flatMap((source) =>
      [...source.matchAll(/^import (?!type ).*from '((?:@[^/']+\/)?[^./'][^/']*)/gm)].map(([, name]) => name),
    )
    const packages = new Set(imported.filter((name) => !name?.startsWith('node:')))
    expect(Object.keys(peerDependencies).sort()).toEqual([...packages, 'react', 'svelte', 'vue'].sort())
    expect(Object.values(peerDependenciesMeta)).toEqual(Object.keys(peerDependencies).map(() => ({ optional: true })))
  })
})
