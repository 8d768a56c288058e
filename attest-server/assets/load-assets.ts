import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Asset } from '../routes/operations/asset.js'
import { compressOnce } from './compress-once.js'

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

function makeAsset(name: string, content: Buffer): Asset {
  const digest = createHash('sha384').update(content).digest()
  const [stem, extension] = name.split('.') as [string, string]
  return {
    name,
    hashedName: `${stem}.${digest.toString('hex').slice(0, 16)}.${extension}`,
    type: 'text/javascript; charset=utf-8',
    integrity: `sha384-${digest.toString('base64')}`,
    ...compressOnce(Uint8Array.from(content)),
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
