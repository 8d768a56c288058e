import { describe, expect, it } from 'vitest'
import { failed, seen, unsupported } from './observation.js'

describe('an Observation', () => {
  it('keeps a false value apart from the absence of one', () => {
    expect(seen(false)).toEqual({ state: 'ok', value: false })
    expect(unsupported).not.toHaveProperty('value')
    expect(failed('timeout')).not.toHaveProperty('value')
  })

  it('says why there is none', () => {
    expect(failed('timeout')).toEqual({ state: 'failed', reason: 'timeout' })
  })
})
