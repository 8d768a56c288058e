import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocsFile } from '../routes/openapi/docs-file.js'
import { findAssetsFolder } from './load-assets.js'

/** All that the page loads. */
const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

/**
 * The viewer of the documentation: the two files of `swagger-ui-dist` that the page loads.
 * @param folder where the build has put them. @returns none where one of them is missing: half a viewer shows nothing
 */
export function loadDocsFiles(folder = join(findAssetsFolder(), 'docs')): readonly DocsFile[] {
  if (!Object.keys(files).every((name) => existsSync(join(folder, name)))) return []
  return Object.entries(files).map(([name, type]) => ({ name, type, body: Uint8Array.from(readFileSync(join(folder, name))) }))
}
