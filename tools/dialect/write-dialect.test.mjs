import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { writePlain } from './write-dialect.mjs'

let dist = ''
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'vouchsafe-dialects-'))
  vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(dist, { recursive: true, force: true })
})

/** A build that spoke one, made at so many seconds since 1970. @param {string} build @param {number} made */
function speak(build, made) {
  mkdirSync(join(dist, 'dialects'), { recursive: true })
  writeFileSync(join(dist, 'dialects', `${build}.json`), JSON.stringify({ build, made }))
}
const readPlain = () => JSON.parse(readFileSync(join(dist, 'dialects', 'plain.json'), 'utf8'))

describe('a plain build', () => {
  it('is written down where a dialect was spoken before it', () => {
    speak('0.1.0+one', 999)
    writePlain(dist)
    expect(readPlain()).toEqual({ build: expect.any(String), made: 1000, isPlain: true })
  })

  it('is not where none ever was', () => {
    writePlain(dist)
    expect(existsSync(join(dist, 'dialects'))).toBe(false)
  })

  it('keeps its time when it is built again, until a dialect comes between', () => {
    speak('0.1.0+one', 999)
    writePlain(dist)
    vi.setSystemTime(2_000_000)
    writePlain(dist)
    expect(readPlain().made).toBe(1000)
    speak('0.1.0+other', 2500)
    vi.setSystemTime(3_000_000)
    writePlain(dist)
    expect(readPlain().made).toBe(3000)
  })
})
