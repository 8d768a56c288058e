import { describe, expect, it } from 'vitest'
import { authoritiesOf } from './authorities-of.js'

describe('the authorities of a project', () => {
  it('are those of its origins, the port only where it is not the scheme’s own', () => {
    expect(authoritiesOf(['https://shop.example', 'https://shop.example:8443', 'http://shop.example', 'loopback', '*'])).toEqual([
      'shop.example',
      'shop.example:8443',
      'shop.example',
    ])
  })
})
