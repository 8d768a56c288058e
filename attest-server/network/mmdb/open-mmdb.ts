import type { Address } from '../../../shared/address/address.js'
import { decodeValue } from './decode-value.js'
import { type Metadata, readMetadata } from './read-metadata.js'

export interface Mmdb {
  readonly metadata: Metadata
  /** Where the record of an address is, the same for all addresses of its network; undefined where there is none. @throws RangeError */
  readonly locate: (address: Address) => number | undefined
  /** @param at as `locate` gives it. @throws RangeError where it is broken */
  readonly record: (at: number) => unknown
}

/** Between the tree and the data. */
const GAP = 16

type ReadRecord = (bytes: Buffer, node: number, bit: 0 | 1) => number

/** The two records of a node, for each size (§Node Layout). Of 28 bits, the middle byte has the highest four of both. */
const readers: Readonly<Record<Metadata['recordBits'], ReadRecord>> = {
  24: (bytes, node, bit) => bytes.readUIntBE(node * 6 + bit * 3, 3),
  28: (bytes, node, bit) => {
    const middle = bytes.readUInt8(node * 7 + 3)
    return (bit === 0 ? middle >> 4 : middle & 15) * 2 ** 24 + bytes.readUIntBE(node * 7 + bit * 4, 3)
  },
  32: (bytes, node, bit) => bytes.readUInt32BE(node * 8 + bit * 4),
}

function bitsOf({ version, value }: Address): readonly (0 | 1)[] {
  const width = version === 4 ? 32 : 128
  return Array.from(value.toString(2).padStart(width, '0'), (digit) => (digit === '1' ? 1 : 0))
}

const ZEROS = new Array<0>(96).fill(0)

/** @returns undefined where the bytes are no MaxMind DB, or not all of one. @throws RangeError where they are broken */
export function openMmdb(bytes: Buffer): Mmdb | undefined {
  const metadata = readMetadata(bytes)
  if (!metadata) return undefined
  const { nodes, recordBits, version } = metadata
  const treeSize = (nodes * recordBits) / 4
  const data = treeSize + GAP
  if (data >= bytes.length) return undefined
  const recordAt = readers[recordBits]

  const walk = (start: number, bits: readonly (0 | 1)[]) => {
    let node = start
    for (const bit of bits) {
      if (node >= nodes) break
      node = recordAt(bytes, node, bit)
    }
    return node
  }
  // IPv4 stands in a tree of IPv6 behind 96 zeros.
  const start4 = version === 6 ? walk(0, ZEROS) : 0
  return {
    metadata,
    locate: (address) => {
      if (address.version === 6 && version === 4) return undefined
      const node = walk(address.version === 4 ? start4 : 0, bitsOf(address))
      if (node < nodes) throw new RangeError('a tree without end')
      return node === nodes ? undefined : data + node - nodes - GAP
    },
    record: (at) => decodeValue(bytes, data, at),
  }
}
