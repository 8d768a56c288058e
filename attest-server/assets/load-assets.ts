import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Asset, Encoding } from '../routes/operations/asset.js'

/** What the build makes for browsers. */
export const bundleNames = [
  'collector.js',
  'collector.mjs',
  'senses.js',
  'senses.mjs',
  'worker.js',
  'enforce.js',
  'compat.js',
  'bind.js',
] as const

const compressors: Readonly<Record<Encoding, (body: Uint8Array) => Promise<Buffer>>> = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
}

function makeAsset(name: string, content: Buffer): Asset {
  const digest = createHash('sha384').update(content).digest()
  const [stem, extension] = name.split('.') as [string, string]
  const body = Uint8Array.from(content)
  const compressed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  return {
    name,
    hashedName: `${stem}.${digest.toString('hex').slice(0, 16)}.${extension}`,
    type: 'text/javascript; charset=utf-8',
    integrity: `sha384-${digest.toString('base64')}`,
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

/** @param folder where the build lies. @returns those of the files that are there. */
export function loadAssets(folder: string): Asset[] {
  const present = bundleNames.filter((name) => existsSync(join(folder, name)))
  return present.map((name) => makeAsset(name, readFileSync(join(folder, name))))
}

/** The folder of the build: that of this very file when it is part of it, else `dist` beside the sources. */
export function findAssetsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return existsSync(join(here, 'collector.js')) ? here : join(here, '..', '..', 'dist')
}
