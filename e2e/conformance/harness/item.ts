import type { Client } from './client.js'

/** Where the contract has an item from: the vendor's document, its other public pages, its client code, or a proposal of ours. */
export type Source = 'S' | 'D' | 'K' | 'P'

/** What came of an item. */
export interface Check {
  readonly ok: boolean
  /** Every fault, or what was seen; for people. */
  readonly detail: string
}

/** One sentence of the contract, and the requests that tell whether a server keeps it. */
export interface Item {
  /** As in the contract; a letter behind it where one sentence of the contract takes several items. */
  readonly id: string
  readonly source: Source
  readonly says: string
  /** @throws Untold when no request can tell it of this server; anything else that it throws is a fault of the server or of us */
  run(client: Client): Promise<Check>
}
