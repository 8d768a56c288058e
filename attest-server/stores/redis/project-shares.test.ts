import { beforeEach, describe, expect, it } from 'vitest'
import { createProjectShares } from './project-shares.js'
import type { Redis } from './redis.js'

let asked: string[] = []
let isAway = false
let size = 0
let listed: string[] = []

/** Answers what the list needs, and remembers what it was asked. */
const redis: Pick<Redis, 'call'> = {
  async call(command, _key, ...values) {
    if (isAway) throw new Error('away')
    asked.push(command)
    if (command === 'SADD') listed = [...listed, String(values[0])]
    if (command === 'SREM') listed = listed.filter((project) => project !== values[0])
    return command === 'SMEMBERS' ? listed : command === 'XLEN' ? size : 1
  },
}
const sharesOf = () => createProjectShares(redis as Redis, { registry: 'r', indexOf: (id) => id, sizeOf: 'XLEN', most: 10 })
const noted = () => asked.filter((command) => command === 'SADD').length

beforeEach(() => {
  asked = []
  isAway = false
  size = 0
  listed = []
})

describe('the list of projects that have any', () => {
  it('is told of each project once a second', async () => {
    const shares = sharesOf()
    for (const now of [600, 600.2, 600.9]) for (const project of ['a', 'b']) await shares.note(project, now)
    expect(noted()).toBe(2)
    await shares.note('a', 601)
    expect(noted()).toBe(3)
  })

  it('is told again where a clock was set back, and where it could not be told', async () => {
    const shares = sharesOf()
    await shares.note('a', 600)
    await shares.note('a', 599)
    expect(noted()).toBe(2)
    isAway = true
    await expect(shares.note('b', 599.5)).rejects.toThrow('away')
    isAway = false
    await shares.note('b', 599.6)
    expect(listed).toContain('b')
  })

  it('is told again of a project that was taken off it in the same second', async () => {
    const shares = sharesOf()
    await shares.note('a', 600)
    await shares.prune(async () => 0)
    expect(listed).toEqual([])
    await shares.note('a', 600.5)
    expect(listed).toEqual(['a'])
  })
})
