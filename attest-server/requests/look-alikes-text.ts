import { err, type Result } from '../../shared/result.js'
import type { EpochSeconds } from '../../shared/units.js'
import { keepNeighbours, restoreNeighbours } from '../core/requests/neighbours/keep-neighbours.js'
import { replayLabels } from '../core/requests/neighbours/label-of.js'
import type { NeighbourIndex } from '../core/requests/neighbours/neighbour-index.js'
import type { KeptText, Label } from '../stores/ports.js'

/** A label may have been written while the text was made. */
const OVERLAP = 60

/** The seed stands beside the hashes: whoever reads the store reads both, and nobody else reads either. */
export const writeLookAlikes = (index: NeighbourIndex): string => JSON.stringify({ seed: index.seed, kept: keepNeighbours(index) })

function parsed(text: string): { readonly seed?: unknown; readonly kept?: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

const since = (at: EpochSeconds, labels: readonly Label[]): readonly Label[] => labels.filter((label) => label.at >= at - OVERLAP)

/** @param labels newest first. @returns what was written, with what was reported since. */
export function readLookAlikes({ text, at }: KeptText, labels: readonly Label[]): Result<NeighbourIndex, string> {
  const { seed, kept } = parsed(text)
  if (typeof seed !== 'number' || !Number.isInteger(seed)) return err('no seed')
  const restored = restoreNeighbours(kept, seed)
  if (restored.ok) replayLabels(restored.value, since(at, labels))
  return restored
}
