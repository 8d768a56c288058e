import { expect, it } from 'vitest'
import type { Visit } from '../wire/sessions.js'
import { merge } from './use-visits.js'

const visits = (...names: readonly string[]) => names.map((jti) => ({ jti }) as Visit)

it('puts newer visits in front, each once, and keeps no more than can be read', () => {
  expect(merge(visits('c', 'b'), visits('b', 'a')).map(({ jti }) => jti)).toEqual(['c', 'b', 'a'])
  const many = visits(...Array.from({ length: 2000 }, (_, i) => `${i}`))
  expect(merge(visits('new'), many)).toHaveLength(1000)
  expect(merge(visits('new'), many)[0]?.jti).toBe('new')
})
