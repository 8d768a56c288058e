import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { compressOnce } from '../assets/compress-once.js'
import { findAssetsFolder } from '../assets/load-assets.js'
import type { PageFile } from '../routes/dashboard/deps.js'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The page as the build has made it: `index.html`, and beside it `assets/`, whose names change with their content.
 * @returns none where it was not built. Maps are left out: nobody debugs an operator's server in a browser.
 */
export function loadPage(folder = join(findAssetsFolder(), 'dashboard')): readonly PageFile[] {
  if (!existsSync(join(folder, 'index.html'))) return []
  const names = readdirSync(folder, { recursive: true }).map((name) => String(name).split(sep).join('/'))
  return names.flatMap((name) => {
    const type = types[extname(name)]
    return type === undefined ? [] : [{ name, type, ...compressOnce(Uint8Array.from(readFileSync(join(folder, name)))) }]
  })
}
