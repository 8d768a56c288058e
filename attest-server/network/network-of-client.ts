import type { Enrich } from './create-enricher.js'
import type { Enrichment } from './enrichment.js'

/**
 * What the databases say of a client, for facts. Of an address that was only guessed they are not asked at all (BOT-82): whoever can write
 * a header could choose what is said of them.
 */
export const networkOfClient = (
  client: { readonly address: string; readonly inferred: boolean } | undefined,
  enrich: Enrich,
): Enrichment | undefined => (client === undefined || client.inferred ? undefined : enrich(client.address))
