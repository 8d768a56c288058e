import type { DocsFile } from '../routes/openapi/index.js'
import type { Asset } from '../routes/operations/asset.js'

const body = new Uint8Array([32])

/** In place of what a build makes: it has an address, and an operation in the document. */
export const someAsset: Asset = {
  name: 'collector.js',
  hashedName: 'collector.0123456789abcdef.js',
  type: 'text/javascript; charset=utf-8',
  integrity: 'sha384-AAAA',
  body,
  encoded: async () => body,
}

export const someViewer: readonly DocsFile[] = [{ name: 'swagger-ui.css', type: 'text/css', body }]
