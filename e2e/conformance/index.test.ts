import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { items } from './index.js'

const FOLDERS = ['botect', 'cross-cutting', 'detection-lab', 'detectip', 'nobotspls', 'samples', 'yeb']

describe('the items', () => {
  it('have each an id of its own', () => {
    const ids = items.map(({ id }) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    for (const id of ids) expect(id).toMatch(/^((BOT|LAB|NBP|DIP|YEB|X)-\d\d[a-z]?|(BOT|LAB|NBP|DIP|YEB)-sample: .+)$/)
  })

  it('come from every file that has any', () => {
    const index = readFileSync(join(import.meta.dirname, 'index.ts'), 'utf8')
    const files = FOLDERS.flatMap((folder) => readdirSync(join(import.meta.dirname, folder)).map((file) => join(folder, file)))
    const withItems = files.filter((file) =>
      /export const \w+: readonly (Item|Sample)\[\]/.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
    )
    expect(withItems.length).toBeGreaterThan(20)
    for (const file of withItems) expect(index).toContain(`'./${file.replace(/\.ts$/, '.js')}'`)
  })

  it('say what the contract says, in a sentence', () => {
    for (const { says } of items) expect(says.split(' ').length).toBeGreaterThan(3)
  })
})
