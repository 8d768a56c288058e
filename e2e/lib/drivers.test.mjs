import { expect, it } from 'vitest'
import { checkNames, drivers, inEveryTest } from './drivers.mjs'

it('runs bots and people in every test, but for those of the matrix, each of which there is', () => {
  const all = [...drivers('bots'), ...drivers('people')]
  expect(inEveryTest()).toEqual(expect.arrayContaining(['selenium', 'keyboard-only']))
  expect(all).toContain('zoom-150')
  expect(inEveryTest()).not.toContain('zoom-150')
})

it('refuses a name that is no driver’s, and says where it stands', () => {
  expect(() => checkNames('LIST', ['selenium'])).not.toThrow()
  expect(() => checkNames('LIST', ['selenium', 'selenum'])).toThrow('LIST: there is no driver selenum; there are ')
})
