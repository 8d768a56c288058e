import { decodeValue } from './decode-value.js'

/** What a database says of itself, as far as it is needed to be read. */
export interface Metadata {
  readonly nodes: number
  /** Bits of one of the two records of a node. */
  readonly recordBits: 24 | 28 | 32
  readonly version: 4 | 6
  readonly type: string
  /** Seconds since 1970. */
  readonly built: number
}

const MARK = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1')
/** It stands in the last 128 KiB. */
const REACH = 128 * 1024

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0

/** @returns undefined where there is none that makes sense. @throws RangeError where it is broken */
export function readMetadata(bytes: Buffer): Metadata | undefined {
  const tail = bytes.subarray(Math.max(0, bytes.length - REACH))
  const mark = tail.lastIndexOf(MARK)
  if (mark < 0) return undefined
  const fields = decodeValue(tail, mark + MARK.length, mark + MARK.length)
  if (typeof fields !== 'object' || fields === null) return undefined
  const { node_count, record_size, ip_version, database_type, build_epoch } = fields as Readonly<Record<string, unknown>>
  if (!isCount(node_count) || !isCount(build_epoch) || typeof database_type !== 'string') return undefined
  if (record_size !== 24 && record_size !== 28 && record_size !== 32) return undefined
  if (ip_version !== 4 && ip_version !== 6) return undefined
  return { nodes: node_count, recordBits: record_size, version: ip_version, type: database_type, built: build_epoch }
}
