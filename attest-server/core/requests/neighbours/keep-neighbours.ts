import { err, ok, type Result } from '../../../../shared/result.js'
import { type Labelled, NeighbourIndex, type NeighbourLimits, neighbourLimits, type RequestLabel } from './neighbour-index.js'
import { MOST_TOKENS, mix } from './token-set.js'

const VERSION = 2

/** Tells whether sets were made with the same seed, and little of what it is. */
const checkOf = (seed: number): number => mix(mix(seed ^ 0x5bd1e995)) & 0xffff

/** JSON: hashes of tokens, never what was hashed. */
interface Kept {
  readonly version: typeof VERSION
  /** `checkOf` the seed. */
  readonly check: number
  readonly labelled: readonly (readonly [id: string, at: number, label: RequestLabel, tokens: readonly number[]])[]
}

/** All labels, oldest first, as something that can be written as JSON. What waits for a label is not kept. */
export const keepNeighbours = (index: NeighbourIndex): Kept => ({
  version: VERSION,
  check: checkOf(index.seed),
  labelled: [...index.labelled()].map(({ id, at, label, tokens }) => [id, at, label, [...tokens]] as const),
})

const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean'

function labelOf(value: unknown): RequestLabel | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { invalid, converted } = value as RequestLabel
  if (!isFlag(invalid) || !isFlag(converted)) return undefined
  return { ...(invalid !== undefined && { invalid }), ...(converted !== undefined && { converted }) }
}

function tokensOf(value: unknown): Uint32Array | undefined {
  if (!Array.isArray(value) || value.length > MOST_TOKENS) return undefined
  return value.every((token) => Number.isInteger(token) && token >= 0 && token < 2 ** 32)
    ? Uint32Array.from(new Set(value as number[])).sort()
    : undefined
}

function entryOf(value: unknown): Labelled | undefined {
  if (!Array.isArray(value)) return undefined
  const [id, at] = value as readonly unknown[]
  const label = labelOf(value[2])
  const tokens = tokensOf(value[3])
  if (typeof id !== 'string' || id.length > 64 || typeof at !== 'number' || !Number.isFinite(at) || !label || !tokens) return undefined
  return { id, at, label, tokens }
}

/** What `keepNeighbours` wrote, perhaps long ago and on another disk. @returns an error where it is anything else: then there are no neighbours yet. */
export function restoreNeighbours(value: unknown, seed: number, limits: NeighbourLimits = neighbourLimits): Result<NeighbourIndex, string> {
  const kept = value as Partial<Kept> | null
  if (typeof kept !== 'object' || kept?.version !== VERSION || !Array.isArray(kept.labelled)) return err('no neighbours of this version')
  if (kept.check !== checkOf(seed)) return err('neighbours of another seed')
  const index = new NeighbourIndex(limits, seed)
  for (const one of kept.labelled.slice(-limits.labels)) {
    const entry = entryOf(one)
    if (!entry) return err('a malformed neighbour')
    index.insert(entry)
  }
  return ok(index)
}
