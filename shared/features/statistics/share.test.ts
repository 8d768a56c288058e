import { describe, expect, it } from 'vitest'
import { startShare } from './share.js'

describe('a running share', () => {
  it('is NaN below the least', () => {
    const share = startShare(2)
    share.add(true)
    expect(share.read()).toBeNaN()
    share.add(false)
    expect(share.read()).toBe(0.5)
  })

  it('counts hits among all', () => {
    const share = startShare()
    expect(share.read()).toBeNaN()
    for (const hit of [true, false, false, false]) share.add(hit)
    expect(share.read()).toBe(0.25)
  })
})
