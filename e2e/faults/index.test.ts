import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faults } from './index.js'

const files = readdirSync(join(import.meta.dirname, 'kinds')).map((file) => file.replace(/\.ts$/, ''))

describe('the faults', () => {
  it('are all on the list, each with the name of its file', () => {
    expect(faults.map(({ name }) => name).sort()).toEqual(files.sort())
  })

  it('say what happens and what clients see of it, and on what', () => {
    for (const { name, does, clients, on } of faults) {
      expect(does.split(' ').length, name).toBeGreaterThan(8)
      expect(clients, name).not.toBe('')
      expect(on.length, name).toBeGreaterThan(0)
    }
  })
})
