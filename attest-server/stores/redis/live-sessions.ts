import type { EpochSeconds } from '../../../shared/units.js'
import { type LiveSessions, MOST_STATE, type NamedSession } from '../ports.js'
import { SESSION_RETENTION } from '../retention.js'
import { OUTLIVE } from './outlive.js'
import { createProjectShares } from './project-shares.js'
import { msOf, type Redis } from './redis.js'

/** KEYS: the session, the project's sessions by their last change. ARGV: session, state, rev as it was read, now, end in ms. @returns the rev afterwards; 0: stale. */
const PUT = `${OUTLIVE}
  local rev = tonumber(string.match(redis.call('GET', KEYS[1]) or '0', '^%d+'))
  if rev ~= tonumber(ARGV[3]) then return 0 end
  redis.call('SET', KEYS[1], (rev + 1) .. ' ' .. ARGV[4] .. ' ' .. ARGV[2], 'PXAT', ARGV[5])
  redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
  outlive(KEYS[2], ARGV[5])
  return rev + 1
`

/** KEYS as above. ARGV: session. */
const REMOVE = `
  redis.call('ZREM', KEYS[2], ARGV[1])
  return redis.call('DEL', KEYS[1])
`

/** KEYS: the project's sessions. ARGV: the last change of those that are over, how many of the silent are too many, how many may go at once. */
const DROP = `
  local over = redis.call('ZCOUNT', KEYS[1], '-inf', ARGV[1])
  local most = math.min(math.max(over, tonumber(ARGV[2])), tonumber(ARGV[3]))
  if most == 0 then return 0 end
  local gone = redis.call('ZRANGE', KEYS[1], 0, most - 1)
  for _, session in ipairs(gone) do redis.call('UNLINK', KEYS[1] .. ':' .. session) end
  return redis.call('ZREMRANGEBYRANK', KEYS[1], 0, most - 1)
`

const indexOf = (projectId: string): string => `v:l:{${projectId}}`
const keyOf = (projectId: string, session: string): string => `${indexOf(projectId)}:${session}`

function read(session: string, text: string): NamedSession {
  const [, rev, touchedAt, state] = /^(\d+) (\S+) (.*)$/s.exec(text)!
  return { session, state: state!, rev: Number(rev), touchedAt: Number(touchedAt) }
}

/** @param most sessions that outlast a `prune`. */
export function createRedisLiveSessions(redis: Redis, most: number) {
  const put = redis.script('vouchsafePut', 2, PUT)
  const drop = redis.script('vouchsafeDropSessions', 1, DROP)
  const removing = redis.script('vouchsafeRemove', 2, REMOVE)
  const shares = createProjectShares(redis, { registry: 'v:l', indexOf, sizeOf: 'ZCARD', most })
  const erase = async (projectId: string, session: string) =>
    Number(await removing([keyOf(projectId, session), indexOf(projectId)], session))

  const liveSessions: LiveSessions = {
    async get(projectId, session) {
      const text = await redis.call('GET', keyOf(projectId, session))
      if (text === null) return undefined
      const { session: _, ...live } = read(session, String(text))
      return live
    },
    async put(projectId, session, state, rev, now) {
      if (state.length > MOST_STATE) return 'too-large'
      const keys = [keyOf(projectId, session), indexOf(projectId)]
      const next = await put(keys, session, state, rev, now, msOf(now + SESSION_RETENTION))
      if (next === 1) await shares.note(projectId, now)
      return next === 0 ? 'stale' : 'kept'
    },
    remove: async (projectId, session) => void (await erase(projectId, session)),
    async recent(projectId, most) {
      const names = (await redis.call('ZRANGE', indexOf(projectId), 0, most - 1, 'REV')) as readonly string[]
      const [first, ...others] = names.map((session) => keyOf(projectId, session))
      if (first === undefined || most < 1) return []
      const texts = (await redis.call('MGET', first, ...others)) as readonly (string | null)[]
      return texts.flatMap((text, i) => (text === null ? [] : [read(names[i]!, text)]))
    },
  }
  return {
    ...liveSessions,
    erase,
    prune: (now: EpochSeconds): Promise<number> =>
      shares.prune((projectId, surplus, batch) => drop([indexOf(projectId)], now - SESSION_RETENTION, surplus, batch)),
  }
}
