import { spawnSync } from 'node:child_process'
import { describe, expect, it, vi } from 'vitest'
import { collectEarly } from './collect-early.js'

const settingsAt = (limit: number) => {
  const set = vi.fn()
  collectEarly(limit, set)
  return set.mock.calls.flat()
}

describe('collecting early', () => {
  it('holds a heap down that V8 would let grow to four times what is in use', () => {
    expect(settingsAt(4 * 2 ** 30)).toEqual(['--heap-growing-percent=70'])
    expect(settingsAt(2 ** 31)).toEqual(['--heap-growing-percent=70'])
  })

  it('leaves a heap alone that V8 holds down by itself, in a small container', () => {
    expect(settingsAt(2 ** 31 - 1)).toEqual([])
    expect(settingsAt(384 * 2 ** 20)).toEqual([])
  })

  it('asks for a setting that this engine knows', () => {
    expect(spawnSync(process.execPath, [...settingsAt(2 ** 31), '-e', '']).status).toBe(0)
    expect(spawnSync(process.execPath, ['--heap-growing-percents=70', '-e', '']).status).not.toBe(0)
  })
})
