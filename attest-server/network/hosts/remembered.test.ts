import { describe, expect, it } from 'vitest'
import { remembered } from './remembered.js'

function world(limit = 3) {
  const state = { now: 1000, made: [] as string[] }
  const recall = remembered<string>({ limit, now: () => state.now, lifeOf: (value) => (value === 'short' ? 10 : 100) })
  const ask = (key: string, value = key) =>
    recall(key, async () => {
      state.made.push(key)
      return value
    })
  return { state, ask }
}

describe('an answer that is remembered', () => {
  it('is asked for once while it lives, and again after', async () => {
    const { state, ask } = world()
    await ask('a')
    await ask('b', 'short')
    state.now += 10
    expect([await ask('a', 'other'), await ask('b', 'other')]).toEqual(['a', 'other'])
    expect(state.made).toEqual(['a', 'b', 'b'])
  })

  it('is asked for once by all who wait', async () => {
    const { state, ask } = world()
    expect(await Promise.all([ask('a'), ask('a'), ask('a')])).toEqual(['a', 'a', 'a'])
    expect(state.made).toEqual(['a'])
  })

  it('makes room by the oldest, so that there are never more than the limit', async () => {
    const { state, ask } = world(3)
    for (const key of ['a', 'b', 'c', 'd', 'd', 'b', 'a']) await ask(key)
    expect(state.made).toEqual(['a', 'b', 'c', 'd', 'a'])
  })
})
