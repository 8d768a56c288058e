import type { EpochSeconds } from '../../../shared/units.js'
import { type MetSketch, MOST_LOOKED_AT, MOST_MET, MOST_OWN, SKETCH_BANDS, type Sketch, type Sketches } from '../ports.js'
import { OUTLIVE } from './outlive.js'
import { pack, unpack } from './packed-text.js'
import { createProjectShares } from './project-shares.js'
import { msOf, type Redis, type Reply } from './redis.js'

/**
 * How a project's sketches lie in Redis, all in one slot:
 *
 * - `v:k:{project}`, a stream: an entry for each sketch, under its number. Some 30 bytes more than what is in it.
 * - `v:k:{project}:n`: the number of the last one.
 * - `v:k:{project}:` and a bucket, hashes: for each band, and for each owner (a session and a key), the numbers of its sketches, four bytes each, the
 *   latest last. Hashes of up to 512 short fields are packed (`hash-max-listpack-entries`): a tenth of the memory of a key for each.
 *
 * A million sketches of one project have seven million fields, some 430 in a bucket.
 */
const BUCKETS = 16_384

/** Of an entry's values. The first is seconds, the bands are four bytes each. */
const FIELDS = ['u', 's', 'k', 'b', 'n'] as const

const READ = `
  local at = KEYS[1]
  local function fromHex(text)
    return (string.gsub(text, '..', function(hex) return string.char(tonumber(hex, 16)) end))
  end
  local function fieldsOf(session, key, bands)
    local fields = { 'o' .. fromHex(string.sub(redis.sha1hex(#session .. session .. key), 1, 10)) }
    for i = 1, ${SKETCH_BANDS} do fields[i + 1] = i .. string.sub(bands, 4 * i - 3, 4 * i) end
    return fields
  end
  local function bucketOf(field) return at .. ':' .. tonumber(string.sub(redis.sha1hex(field), 1, 6), 16) % ${BUCKETS} end
  local function entry(found)
    local values = found[2]
    return { ends = tonumber(values[2]), session = values[4], key = values[6], body = values[8], bands = values[10] }
  end
  -- The numbers in a field, the latest first.
  local function numbersOf(field)
    local text = redis.call('HGET', bucketOf(field), field) or ''
    local numbers = {}
    for i = #text - 3, 1, -4 do table.insert(numbers, (struct.unpack('>I4', text, i))) end
    return numbers
  end
  local function sketchOf(number)
    local found = redis.call('XRANGE', at, number, number)[1]
    return found and entry(found)
  end
`

/** KEYS: the project. ARGV: session, key or nothing, bands in hex, now. */
const RECALL = `${READ}
  local session, key, now = ARGV[1], ARGV[2], tonumber(ARGV[4])
  local bands = fromHex(ARGV[3])
  local fields = fieldsOf(session, key, bands)
  local met, isMet = {}, {}
  for i = 2, #fields do
    local left = ${MOST_MET}
    for _, number in ipairs(numbersOf(fields[i])) do
      if left == 0 then break end
      local sketch = sketchOf(number)
      if sketch and sketch.ends > now and (sketch.session ~= session or sketch.key ~= key) then
        left = left - 1
        if not isMet[number] then table.insert(met, { sketch.session, sketch.key, sketch.body }) end
        isMet[number] = true
      end
    end
  end
`

/** Moreover: body, end, end in ms. */
const MEET = `${OUTLIVE}${RECALL}
  local body, ends, ms = ARGV[5], ARGV[6], ARGV[7]
  local own = numbersOf(fields[1])
  local isKept = #own >= ${MOST_OWN}
  for _, number in ipairs(own) do
    local sketch = sketchOf(number)
    isKept = isKept or (sketch and sketch.session == session and sketch.key == key and sketch.body == body)
  end
  if isKept then return met end
  local number = redis.call('INCR', at .. ':n')
  redis.call('XADD', at, number .. '-0', '${FIELDS[0]}', ends, '${FIELDS[1]}', session, '${FIELDS[2]}', key, '${FIELDS[3]}', body, '${FIELDS[4]}', bands)
  for _, field in ipairs(fields) do
    local bucket = bucketOf(field)
    local numbers = (redis.call('HGET', bucket, field) or '') .. struct.pack('>I4', number)
    redis.call('HSET', bucket, field, string.sub(numbers, -4 * ${MOST_LOOKED_AT}))
    outlive(bucket, ms)
  end
  outlive(at, ms)
  outlive(at .. ':n', ms)
  return met
`

const FORGET = `
  local function forget(found)
    local number, sketch = tonumber(string.match(found[1], '^%d+')), entry(found)
    local packed = struct.pack('>I4', number)
    -- First what needs no memory: a full Redis takes a script's other writes only after that.
    redis.call('XDEL', at, found[1])
    for _, field in ipairs(fieldsOf(sketch.session, sketch.key, sketch.bands)) do
      local bucket = bucketOf(field)
      local numbers, kept = redis.call('HGET', bucket, field) or '', {}
      for i = 1, #numbers, 4 do
        local one = string.sub(numbers, i, i + 3)
        if one ~= packed then table.insert(kept, one) end
      end
      if #kept > 0 then redis.call('HSET', bucket, field, table.concat(kept)) else redis.call('HDEL', bucket, field) end
    end
    if redis.call('XLEN', at) == 0 then redis.call('DEL', at, at .. ':n') end
  end
`

/** KEYS: the project. ARGV: now, how many of the first are too many, how many may go at once. They end in the order in which they came. */
const DROP = `${READ}${FORGET}
  local now, surplus, gone = tonumber(ARGV[1]), tonumber(ARGV[2]), 0
  for _, found in ipairs(redis.call('XRANGE', at, '-', '+', 'COUNT', ARGV[3])) do
    if gone >= surplus and entry(found).ends > now then break end
    forget(found)
    gone = gone + 1
  end
  return gone
`

/** KEYS: the project. ARGV: session, where to go on, how many to look at. @returns how many went, and where to go on. */
const ERASE = `${READ}${FORGET}
  local gone, last = 0, ''
  for _, found in ipairs(redis.call('XRANGE', at, ARGV[2], '+', 'COUNT', ARGV[3])) do
    if entry(found).session == ARGV[1] then
      forget(found)
      gone = gone + 1
    end
    last = '(' .. found[1]
  end
  return { gone, last }
`
/** Sketches that are looked at in one go: some two milliseconds. */
const LOOK = 1000

const indexOf = (projectId: string): string => `v:k:{${projectId}}`

const hexOf = (bands: Sketch['bands']): string => bands.map((band) => band.toString(16).padStart(8, '0')).join('')

const metOf = ([session, key, body]: readonly Buffer[]): MetSketch => ({
  session: session!.toString(),
  thumbprint: key!.length === 0 ? undefined : unpack(key!),
  body: unpack(body!),
})
const allOf = (met: Reply): readonly MetSketch[] => (met as readonly (readonly Buffer[])[]).map(metOf)

/** @param most sketches that outlast a `prune`. */
export function createRedisSketches(redis: Redis, most: number) {
  const recall = redis.script('vouchsafeRecall', 1, `${RECALL} return met`, 'bytes')
  const meet = redis.script('vouchsafeMeet', 1, MEET, 'bytes')
  const drop = redis.script('vouchsafeDropSketches', 1, DROP)
  const erase = redis.script('vouchsafeEraseSketches', 1, ERASE)
  const shares = createProjectShares(redis, { registry: 'v:k', indexOf, sizeOf: 'XLEN', most })
  const nameOf = ({ session, thumbprint, bands }: Sketch) =>
    [session, thumbprint === undefined ? '' : pack(thumbprint), hexOf(bands)] as const

  const sketches: Sketches = {
    async recall(projectId, sketch, now) {
      return allOf(await recall([indexOf(projectId)], ...nameOf(sketch), now))
    },
    async meet(projectId, sketch, until, now) {
      const meeting = meet([indexOf(projectId)], ...nameOf(sketch), now, pack(sketch.body), Math.ceil(until), msOf(until))
      const [met] = await Promise.all([meeting, shares.note(projectId, now)])
      return allOf(met)
    },
  }
  return {
    ...sketches,
    /** Looks through all of the project's: it is asked for seldom, and an index by sessions would be paid for by every visit. */
    async erase(projectId: string, session: string): Promise<number> {
      let all = 0
      for (let next = '-'; next !== ''; ) {
        const [gone, last] = (await erase([indexOf(projectId)], session, next, LOOK)) as readonly [number, string]
        all += gone
        next = last
      }
      return all
    },
    prune: (now: EpochSeconds): Promise<number> =>
      shares.prune((projectId, surplus, batch) => drop([indexOf(projectId)], now, surplus, batch)),
  }
}
