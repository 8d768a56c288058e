import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Encodable, Encoding } from '../routes/http/encoded-body.js'

const compressors: Readonly<Record<Encoding, (body: Uint8Array) => Promise<Buffer>>> = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
}

/** A file that is compressed when somebody first asks for it so, and kept. */
export function compressOnce(body: Uint8Array<ArrayBuffer>): Encodable {
  const compressed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  return {
    body,
    encoded(encoding) {
      const known = compressed.get(encoding)
      if (known) return known
      const work = compressors[encoding](body).then((buffer) => Uint8Array.from(buffer))
      compressed.set(encoding, work)
      return work
    },
  }
}
