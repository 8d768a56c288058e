/** A file of the collector as it is served. */
export interface Asset {
  /** `collector.js` */
  readonly name: string
  /** `collector.<hash>.js`: changes with the content. */
  readonly hashedName: string
  readonly type: string
  /** Subresource Integrity, `sha384-…`. */
  readonly integrity: string
  readonly body: Uint8Array<ArrayBuffer>
  /** Compressed once, when first asked for. */
  encoded(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>
}

export type Encoding = 'br' | 'gzip'
export const encodings = ['br', 'gzip'] as const satisfies readonly Encoding[]
