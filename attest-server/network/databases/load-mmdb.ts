import { readFile, stat } from 'node:fs/promises'
import { Reader } from 'mmdb-lib'
import { err, ok, type Result } from '../../../shared/result.js'
import type { Address } from '../address/address.js'
import { decidedBy, mmdbReading } from './mmdb-reading.js'
import type { Reading } from './reading.js'
import { createRecordCache } from './record-cache.js'
import type { Load, Loaded } from './source.js'

/** The largest city databases have some 150 MB; the whole file is held in memory. */
const MOST_BYTES = 1024 ** 3
/** Looked up once before a file is used: a broken tree or record mostly shows at once. */
const PROBES = ['1.1.1.1', '8.8.8.8', '100.0.0.1', '185.0.0.1', '223.255.255.254', '2001:4860:4860::8888', '2a00::1', '2c00::1']

type AnyReader = Reader<never>

function openReader(bytes: Buffer): Result<AnyReader, string> {
  try {
    const reader = new Reader<never>(bytes, { cache: createRecordCache() })
    const { nodeCount, searchTreeSize, ipVersion, databaseType, buildEpoch } = reader.metadata
    const isWhole = Number.isSafeInteger(nodeCount) && nodeCount > 0 && searchTreeSize + 16 < bytes.length
    const isNamed = typeof databaseType === 'string' && (ipVersion === 4 || ipVersion === 6) && !Number.isNaN(buildEpoch.getTime())
    if (!isWhole || !isNamed) return err('its description does not fit its size: it is cut off or broken')
    for (const probe of PROBES) if (ipVersion === 6 || !probe.includes(':')) reader.get(probe)
    return ok(reader)
  } catch {
    return err('it is no MaxMind DB file, or a broken one')
  }
}

/** @returns undefined where there is no record, and where a broken record cannot be read */
function recordOf(reader: AnyReader, { text, version }: Address): unknown {
  if (version === 6 && reader.metadata.ipVersion === 4) return undefined
  try {
    return reader.get(text) ?? undefined
  } catch {
    return undefined
  }
}

function loadedOf(reader: AnyReader): Loaded {
  const { databaseType, buildEpoch, nodeCount } = reader.metadata
  const decided = decidedBy(databaseType)
  const silence = decided.length === 0 ? undefined : mmdbReading(undefined, decided)
  // The cache above hands out the same record for the same network.
  const readings = new WeakMap<object, Reading>()
  const find = (address: Address): Reading | undefined => {
    const record = recordOf(reader, address)
    if (typeof record !== 'object' || record === null) return silence
    const reading = readings.get(record) ?? mmdbReading(record, decided)
    readings.set(record, reading)
    return reading
  }
  return { find, kind: databaseType.slice(0, 64), built: Math.floor(buildEpoch.getTime() / 1000), entries: nodeCount }
}

/** Reads a MaxMind DB file (maxmind.github.io/MaxMind-DB) whole. */
export const loadMmdb: Load = async (path) => {
  const { size } = await stat(path)
  if (size > MOST_BYTES) return err(`it has ${size} bytes, more than ${MOST_BYTES}`)
  const opened = openReader(await readFile(path))
  return opened.ok ? ok(loadedOf(opened.value)) : opened
}
