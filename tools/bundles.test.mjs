import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { budgets } from './lib/budgets.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** By a name that no compiler follows: each folder has its own platform's types. @param {string} file */
const load = (file) => import(join(root, file))

/** @type {{ bundleNames: readonly string[] }} */
const { bundleNames } = await load('attest-server/assets/load-assets.ts')

describe('what is checked of a build', () => {
  it('is every bundle that the server hands out', () => {
    expect(Object.keys(budgets).sort()).toEqual([...bundleNames].sort())
  })
})
