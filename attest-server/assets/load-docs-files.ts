import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { DocsFile } from '../routes/openapi/docs-file.js'

/** Of the package `swagger-ui-dist`: all that the page loads. */
const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

/** @returns the folder of an installed package; undefined where it is not installed. */
function folderOf(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}

/** The viewer of the documentation, where its package is installed: an optional one, for the server does not need it. */
export function loadDocsFiles(folder = folderOf('swagger-ui-dist')): readonly DocsFile[] {
  if (folder === undefined) return []
  return Object.entries(files).map(([name, type]) => ({ name, type, body: Uint8Array.from(readFileSync(join(folder, name))) }))
}
