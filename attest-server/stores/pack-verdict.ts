import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { VerdictRecord } from './ports.js'
import { VERDICT_WORDS } from './verdict-words.js'

/** Before what was packed with the words. Deflate begins nothing with it: its first block would be of the kind that RFC 1951 reserves. */
const WITH_WORDS = 0xff
/**
 * More work would make it a twentieth smaller, for half as long again. A window for words and record, and room for a record's symbols and a packed record: what
 * zlib takes by itself is three times as much, and is given back each time.
 */
const PACKING = { level: 3, windowBits: 14, memLevel: 6, chunkSize: 2048 }

/**
 * What a store's table of formats calls it. It says since when records are packed with the words: a day after data of before were brought up, when no server
 * is left that cannot read them.
 */
export const WORDS_FORMAT = 'verdict-words'

/**
 * A record repeats its ids and words. A quarter of its size is left without the words of `verdict-words.ts`, and a tenth with them.
 * @param withWords false where servers of before may read it
 */
export function packVerdict(verdict: VerdictRecord, withWords: boolean): Uint8Array {
  const text = JSON.stringify(verdict)
  if (!withWords) return deflateRawSync(text, { level: 1, windowBits: 13 })
  return Buffer.concat([Uint8Array.of(WITH_WORDS), deflateRawSync(text, { ...PACKING, dictionary: VERDICT_WORDS })])
}

export function unpackVerdict(record: Uint8Array | ArrayBuffer): VerdictRecord {
  const bytes = record instanceof Uint8Array ? record : new Uint8Array(record)
  const text = bytes[0] === WITH_WORDS ? inflateRawSync(bytes.subarray(1), { dictionary: VERDICT_WORDS }) : inflateRawSync(bytes)
  return JSON.parse(text.toString()) as VerdictRecord
}
