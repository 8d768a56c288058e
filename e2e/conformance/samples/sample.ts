import type { Client } from '../harness/client.js'
import type { Check, Item } from '../harness/item.js'

/** A call that a document shows, made by the program that it shows, with only the base address and the key changed. */
export interface Sample {
  /** Of the document: `BOT`, `LAB`, `NBP`, `DIP` or `YEB`. */
  readonly document: string
  /** Where it stands there. */
  readonly name: string
  run(client: Client): Promise<Check>
}

export const itemOf = ({ document, name, run }: Sample): Item => ({
  id: `${document}-sample: ${name}`,
  source: 'S',
  says: `the sample "${name}" runs as it stands`,
  run,
})
