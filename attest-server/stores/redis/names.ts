import { createHash } from 'node:crypto'
import { ALPHABET } from '../../../shared/base64url.js'

/**
 * Keys as short as they can be: what is long, or written by a stranger, is a digest of 132 bits. What lies in braces is all that a cluster
 * looks at to find the node of a key (https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags).
 *
 * | key | holds |
 * |---|---|
 * | `v:c:{xx}…` | a claim: `replay-guard.ts` |
 * | `v:e:{xx}` | since when claims of the shard are known: `epoch.ts` |
 * | `v:p:…` | the pace of a session: `sessions.ts` |
 * | `v:n:{xx}…` | counters, by window: `counters.ts` |
 * | `v:l:{project}…` | live sessions: `live-sessions.ts` |
 * | `v:k:{project}…` | sketches: `sketches.ts` |
 */
const LETTERS = 22

/** Digest of words, none of which can be taken for two. */
export const digestOf = (...words: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, LETTERS)

/** What belongs to no project is spread over 64 places by the first letter of its digest. Twice: of single letters, a cluster's slots are neighbours. */
export const shardOf = (digest: string): string => `{${digest[0]}${digest[0]}}`

/** All of them. */
export const shards: readonly string[] = Array.from(ALPHABET, shardOf)
