import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/**
 * Puts values that are known only at build time into the code: `name` → `'__VOUCHSAFE_NAME__'` in the source. A value is made when
 * its place is met, so it may come from a bundle that was built just before.
 *
 * @param {Readonly<Record<string, () => string>>} values
 * @returns {import('rollup').Plugin}
 */
export function constants(values) {
  return {
    name: 'constants',
    renderChunk(code, chunk) {
      const filled = code.replace(/__VOUCHSAFE_([A-Z_]+?)__/g, (mark, name) => values[name]?.() ?? mark)
      const left = /__VOUCHSAFE_[A-Z_]+?__/.exec(filled)
      if (left) this.error(`${chunk.fileName}: nothing to put in the place of ${left[0]}`)
      // Lines stay lines and columns after the mark do not matter: the map still holds.
      return filled === code ? null : { code: filled, map: null }
    },
  }
}

/**
 * The value of an `integrity` attribute for a file. SHA-256, the shortest that browsers take: it travels with every collector.
 *
 * @param {string} path
 */
export function integrity(path) {
  return `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`
}

/**
 * Text as it may stand between quotes of any kind, also those of a template.
 *
 * @param {string} text
 */
export const inString = (text) =>
  text
    .trim()
    .replace(/[\\'"`]|\$(?={)/g, '\\$&')
    .replaceAll('\n', '\\n')
