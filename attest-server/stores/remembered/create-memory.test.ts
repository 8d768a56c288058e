import { beforeEach, describe, expect, it } from 'vitest'
import { createMemory } from './create-memory.js'

let now = 0
const clock = () => now
beforeEach(() => {
  now = 100
})

function counted(value: string | undefined) {
  const looks: string[] = []
  const look = (name: string) => async () => {
    looks.push(name)
    return value
  }
  return { looks, look }
}

describe('what was just found', () => {
  it('is looked up once a second', async () => {
    const memory = createMemory<string>(clock)
    const { looks, look } = counted('yes')
    for (const at of [100, 100.5, 100.99, 101, 101.5]) {
      now = at
      expect(await memory.find('a', look('a'))).toBe('yes')
    }
    expect(looks).toHaveLength(2)
  })

  it('lasts no longer where the clock is set back', async () => {
    const memory = createMemory<string>(clock)
    const { looks, look } = counted('yes')
    await memory.find('a', look('a'))
    now = 50
    await memory.find('a', look('a'))
    expect(looks).toHaveLength(2)
  })

  it('is not what was missing: whoever invents names is looked up each time, and pushes nothing out', async () => {
    const memory = createMemory<string>(clock, { life: 60, most: 2 })
    const known = counted('yes')
    const missing = counted(undefined)
    await memory.find('a', known.look('a'))
    for (const name of ['x', 'y', 'z', 'x']) expect(await memory.find(name, missing.look(name))).toBeUndefined()
    await memory.find('a', known.look('a'))
    expect([known.looks.length, missing.looks.length]).toEqual([1, 4])
  })

  it('is bounded: what came first goes first', async () => {
    const memory = createMemory<string>(clock, { life: 60, most: 2 })
    const { looks, look } = counted('yes')
    for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) await memory.find(name, look(name))
    expect(looks).toEqual(['a', 'b', 'c', 'a'])
  })

  it('counts no more once it was changed, each or all', async () => {
    const memory = createMemory<string>(clock)
    const { looks, look } = counted('yes')
    for (const name of ['a', 'b']) await memory.find(name, look(name))
    memory.forget('a')
    for (const name of ['a', 'b']) await memory.find(name, look(name))
    memory.clear()
    for (const name of ['a', 'b']) await memory.find(name, look(name))
    expect(looks).toEqual(['a', 'b', 'a', 'a', 'b'])
  })

  it('is not remembered where it was changed while it was looked up: it may be what was there before', async () => {
    for (const change of ['forget', 'clear'] as const) {
      const memory = createMemory<string>(clock)
      let answer = (_: string): void => undefined
      const old = memory.find('a', () => new Promise((resolve) => (answer = resolve)))
      memory[change]('a')
      answer('old')
      expect([await old, await memory.find('a', async () => 'new')]).toEqual(['old', 'new'])
    }
  })
})
