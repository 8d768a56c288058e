import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../lib/run.mjs'

/**
 * How large an SVG says that it is: the page keeps room for it before it has come.
 *
 * @param {string} src as the page names it
 * @param {string} file the page
 */
export function imageSize(src, file) {
  const image = readFileSync(join(root, dirname(file), src), 'utf8')
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(image) ?? []
  if (!width || !height) throw new Error(`${file}: ${src} has no viewBox that begins at 0 0`)
  return { width: Number(width), height: Number(height) }
}
