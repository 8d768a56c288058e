import type { EpochSeconds, Ms } from '../../shared/units.js'
import { createEnricher, type Enrich } from './create-enricher.js'
import { createFileSource } from './databases/file-source.js'
import { loadMmdb } from './databases/load-mmdb.js'
import { loadText } from './databases/load-text.js'
import type { Source, SourceStatus } from './databases/source.js'
import type { DatabaseSetting } from './parse-database-setting.js'

export interface Network {
  readonly enrich: Enrich
  /** The number of the network that an address belongs to; null where no database says, or it is no address. */
  readonly asnOf: (address: string) => number | null
  /** For operators: what is loaded, how old it is, and what is wrong with it. */
  readonly statuses: () => readonly SourceStatus[]
  /** Reads what has changed since, one file after the other. Never rejects. */
  readonly refresh: () => Promise<void>
  /** Refreshes again and again, without keeping the process alive. @param refreshed is told after each time. @returns what ends it */
  readonly follow: (every: Ms, refreshed?: () => void) => () => void
}

const sourceOf = ({ path, holds }: DatabaseSetting): Source =>
  createFileSource(path, holds === undefined ? loadMmdb : loadText({ holds, complete: holds === 'tor' }))

function networkOf(sources: readonly Source[], now: () => EpochSeconds): Network {
  const refresh = async () => {
    for (const source of sources) await source.refresh()
  }
  const enrich = createEnricher(sources, now)
  return {
    enrich,
    asnOf: (address) => enrich(address)?.asn ?? null,
    statuses: () => sources.map((source) => source.status(now())),
    refresh,
    follow: (every, refreshed = () => undefined) => {
      let isStopped = false
      const timer = setInterval(() => void refresh().then(() => isStopped || refreshed()), every)
      timer.unref()
      return () => {
        isStopped = true
        clearInterval(timer)
      }
    },
  }
}

/**
 * Opens databases and reads them. A file that is missing or broken stops nothing: its status says so, and it is tried again. Without
 * databases all but the address is unknown.
 */
export async function openNetwork(settings: readonly DatabaseSetting[], now: () => EpochSeconds): Promise<Network> {
  const network = networkOf(settings.map(sourceOf), now)
  await network.refresh()
  return network
}
