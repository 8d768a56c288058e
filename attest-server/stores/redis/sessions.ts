import type { Sessions } from '../ports.js'
import { PACE_WINDOW, SESSION_RETENTION } from '../retention.js'
import { digestOf } from './names.js'
import { msOf, type Redis } from './redis.js'

/**
 * The value: the minute's beginning and count, then the largest answer and the key that gave it, where one did.
 * ARGV: now, thumbprint or nothing, answer; in ms, when it is forgotten without an answer, and with one.
 */
const ADVANCE = `
  local now, key, answer = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
  local begun, count, most, by = string.match(redis.call('GET', KEYS[1]) or '', '^(%d+) (%d+) ?(%S*) ?(.*)$')
  local isOver = not begun or now - tonumber(begun) >= ${PACE_WINDOW}
  if isOver then begun, count = ARGV[1], 0 end
  count, most, by = tonumber(count) + 1, most or '', by or ''
  if key ~= '' and answer > 0 then
    if by ~= key or answer > tonumber(most) then most = ARGV[3] end
    by = key
  end
  local value = begun .. ' ' .. count
  if by ~= '' then value = value .. ' ' .. most .. ' ' .. by end
  redis.call('SET', KEYS[1], value, 'PXAT', by ~= '' and ARGV[5] or ARGV[4])
  return { count, key ~= '' and by == key and most or ARGV[3] }
`

export function createRedisSessions(redis: Redis): Sessions & { erase(projectId: string, session: string): Promise<number> } {
  const advance = redis.script('vouchsafeAdvance', 1, ADVANCE)
  const keyOf = (projectId: string, session: string) => `v:p:${digestOf(projectId, session)}`
  return {
    async advance(projectId, session, { thumbprint = '', answer }, now) {
      const ends = [now + PACE_WINDOW, now + SESSION_RETENTION].map(msOf)
      const reply = await advance([keyOf(projectId, session)], Math.floor(now), thumbprint, answer, ...ends)
      const [recent, answered] = reply as readonly [number, string]
      return { recent, answered: Number(answered) }
    },
    erase: async (projectId, session) => Number(await redis.call('DEL', keyOf(projectId, session))),
  }
}
