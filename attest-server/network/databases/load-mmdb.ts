import { readFile, stat } from 'node:fs/promises'
import type { Address } from '../../../shared/address/address.js'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { err, ok } from '../../../shared/result.js'
import { type Mmdb, openMmdb } from '../mmdb/open-mmdb.js'
import { decidedBy, mmdbReading } from './mmdb-reading.js'
import type { Reading } from './reading.js'
import type { Load, Loaded } from './source.js'

/** The largest city databases have some 150 MB; the whole file is held in memory. */
const MOST_BYTES = 1024 ** 3
/** Readings of as many records, some 200 bytes each: addresses come in clusters. */
const MOST_HELD = 10_000
/** Looked up once before a file is used: a broken tree or record mostly shows at once. */
const PROBES = ['1.1.1.1', '8.8.8.8', '100.0.0.1', '185.0.0.1', '223.255.255.254', '2001:4860:4860::8888', '2a00::1', '2c00::1']

/** @returns undefined where it is none, or a broken one */
function opened(bytes: Buffer): Mmdb | undefined {
  try {
    const mmdb = openMmdb(bytes)
    for (const address of PROBES.flatMap((text) => parseAddress(text) ?? [])) {
      const at = mmdb?.locate(address)
      if (at !== undefined) mmdb?.record(at)
    }
    return mmdb
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return undefined
  }
}

function loadedOf({ metadata, locate, record }: Mmdb): Loaded {
  const decided = decidedBy(metadata.type)
  const silence = decided.length === 0 ? undefined : mmdbReading(undefined, decided)
  const held = new Map<number, Reading>()
  const readingAt = (at: number): Reading => {
    const known = held.get(at)
    if (known) return known
    const reading = mmdbReading(record(at), decided)
    if (held.size >= MOST_HELD) held.clear()
    held.set(at, reading)
    return reading
  }
  const find = (address: Address): Reading | undefined => {
    try {
      const at = locate(address)
      return at === undefined ? silence : readingAt(at)
    } catch (error) {
      // A record that is broken says nothing; others may be whole.
      if (!(error instanceof RangeError)) throw error
      return silence
    }
  }
  return { find, kind: metadata.type.slice(0, 64), built: metadata.built, entries: metadata.nodes }
}

/** Reads a MaxMind DB file (maxmind.github.io/MaxMind-DB) whole. */
export const loadMmdb: Load = async (path) => {
  const { size } = await stat(path)
  if (size > MOST_BYTES) return err(`it has ${size} bytes, more than ${MOST_BYTES}`)
  const mmdb = opened(await readFile(path))
  return mmdb ? ok(loadedOf(mmdb)) : err('it is no MaxMind DB file, or a broken one')
}
