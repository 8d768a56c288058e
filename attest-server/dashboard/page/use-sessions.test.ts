import { expect, it } from 'vitest'
import type { ListedSession } from '../wire/sessions.js'
import { merge } from './use-sessions.js'

const sessions = (...names: readonly string[]) => names.map((jti) => ({ jti }) as ListedSession)

it('puts newer sessions in front, each once, and keeps no more than can be read', () => {
  expect(merge(sessions('c', 'b'), sessions('b', 'a')).map(({ jti }) => jti)).toEqual(['c', 'b', 'a'])
  const many = sessions(...Array.from({ length: 2000 }, (_, i) => `${i}`))
  expect(merge(sessions('new'), many)).toHaveLength(1000)
  expect(merge(sessions('new'), many)[0]?.jti).toBe('new')
})
