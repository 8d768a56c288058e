import { describe, expect, it } from 'vitest'
import { startShare } from './share.js'

describe('a running share', () => {
  it('counts hits among all', () => {
    const share = startShare()
    expect(share.read()).toBeNaN()
    for (const hit of [true, false, false, false]) share.add(hit)
    expect(share.count()).toBe(4)
    expect(share.read()).toBe(0.25)
  })
})
