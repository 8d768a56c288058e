import type { Encodable } from '../http/encoded-body.js'

/** A file of the collector as it is served. */
export interface Asset extends Encodable {
  /** `collector.js` */
  readonly name: string
  /** `collector.<hash>.js`: changes with the content. */
  readonly hashedName: string
  readonly type: string
  /** Subresource Integrity, `sha384-…`. */
  readonly integrity: string
}
