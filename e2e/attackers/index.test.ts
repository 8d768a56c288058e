import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attackers } from './index.js'

const files = readdirSync(join(import.meta.dirname, 'kinds')).map((file) => file.replace(/\.ts$/, ''))

describe('the attackers', () => {
  it('are all on the list, each with the name of its file', () => {
    expect(attackers.map(({ name }) => name).sort()).toEqual(files.sort())
  })

  it('say what they do, and those that are residual why, in a sentence', () => {
    for (const { does, residual } of attackers) {
      expect(does.split(' ').length).toBeGreaterThan(5)
      if (residual) expect(residual.why.split(' ').length).toBeGreaterThan(8)
    }
  })

  it('have bounds where they are residual: not all of nothing', () => {
    for (const { name, residual } of attackers) {
      if (!residual) continue
      expect(residual.most, name).toBeGreaterThan(0.01)
      const floors = Object.values(residual.least)
      expect(residual.most < 1 || floors.some((floor) => floor > 0), name).toBe(true)
    }
  })
})
