import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/run.mjs'

/** @typedef {{ types?: string, default?: string, import?: { types?: string } }} Target */

/**
 * What `package.json` lets others import as modules, each with the file of its types. Scripts for a tag, and data, have none.
 *
 * @returns {readonly { path: string, types: string }[]}
 */
export function entryTypes() {
  /** @type {{ exports: Record<string, string | Target> }} */
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.entries(exports).flatMap(([path, target]) => {
    if (typeof target === 'string') return []
    const types = target.types ?? target.import?.types
    if (types === undefined) throw new Error(`${path} has no types`)
    return [{ path, types }]
  })
}
