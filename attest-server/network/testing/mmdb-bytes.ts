import { parseNetwork } from '../../../shared/address/parse-network.js'

// Writes the MaxMind DB format, as maxmind.github.io/MaxMind-DB describes it, as far as these tests need it.

type Value = string | number | boolean | { readonly [name: string]: Value }

const sized = (type: number, size: number): Buffer =>
  size < 29 ? Buffer.from([(type << 5) | size]) : Buffer.from([(type << 5) | 29, size - 29])

function encode(value: Value): Buffer {
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0, 14 - 7])
  if (typeof value === 'number') return Buffer.concat([sized(6, 4), bytesOf(value, 4)])
  if (typeof value === 'string') return Buffer.concat([sized(2, Buffer.byteLength(value)), Buffer.from(value)])
  const entries = Object.entries(value)
  return Buffer.concat([sized(7, entries.length), ...entries.flatMap(([name, one]) => [encode(name), encode(one)])])
}

function bytesOf(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntBE(value, 0, length)
  return bytes
}

type Node = [left: number | undefined, right: number | undefined]

/** Networks of IPv4 stand in a tree of IPv6 behind 96 zeros. */
function bitsOf(network: string, version: 4 | 6): string {
  const range = parseNetwork(network)!
  const length = Number(network.split('/')[1] ?? (range.version === 4 ? 32 : 128))
  const bits = range.from.toString(2).padStart(range.version === 4 ? 32 : 128, '0')
  return (range.version < version ? '0'.repeat(96) : '') + bits.slice(0, length)
}

function treeOf(networks: readonly string[], version: 4 | 6): readonly Node[] {
  const nodes: Node[] = [[undefined, undefined]]
  for (const [data, network] of networks.entries()) {
    const bits = bitsOf(network, version)
    let at = 0
    for (const bit of bits.slice(0, -1)) {
      const next = nodes[at]![Number(bit) as 0 | 1] ?? nodes.push([undefined, undefined]) - 1
      nodes[at]![Number(bit) as 0 | 1] = next
      at = next
    }
    nodes[at]![Number(bits.at(-1)) as 0 | 1] = -1 - data
  }
  return nodes
}

type RecordBits = 24 | 28 | 32

/** One node: of 28 bits, the middle byte has the highest four of both records. */
function nodeBytes(left: number, right: number, bits: RecordBits): Buffer {
  if (bits !== 28) return Buffer.concat([bytesOf(left, bits / 8), bytesOf(right, bits / 8)])
  const middle = Math.floor(left / 2 ** 24) * 16 + Math.floor(right / 2 ** 24)
  return Buffer.concat([bytesOf(left % 2 ** 24, 3), Buffer.from([middle]), bytesOf(right % 2 ** 24, 3)])
}

/** A database of this type that says these things of these networks, none of which lies in another. */
export function mmdbBytes(
  databaseType: string,
  records: Readonly<Record<string, Value>>,
  buildEpoch = 1_790_000_000,
  recordBits: RecordBits = 24,
  version: 4 | 6 = 6,
): Buffer {
  const nodes = treeOf(Object.keys(records), version)
  const data = Object.values(records).map(encode)
  const offsets = data.map((_, i) => data.slice(0, i).reduce((sum, { length }) => sum + length, 0))
  const recordOf = (entry: number | undefined) =>
    entry === undefined ? nodes.length : entry < 0 ? nodes.length + 16 + offsets[-1 - entry]! : entry
  const tree = nodes.map(([left, right]) => nodeBytes(recordOf(left), recordOf(right), recordBits))
  const metadata = {
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: buildEpoch,
    database_type: databaseType,
    ip_version: version,
    node_count: nodes.length,
    record_size: recordBits,
  }
  return Buffer.concat([...tree, Buffer.alloc(16), ...data, Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'), encode(metadata)])
}
