/** @typedef {{ file: string, budget: number, raw: number, gzip: number, brotli: number }} Weight bytes */

const BEGIN = '<!-- made by npm run size -- --write -->'
const END = '<!-- end -->'

/** How far a size may be from what the document says: a line more is no reason to write it anew. */
const TOLERANCE = 0.05

const number = (/** @type {number} */ value) => value.toLocaleString('en')

/** @param {readonly Weight[]} weights */
const table = (weights) =>
  [
    '| bundle | raw | gzip | brotli | budget |',
    '|---|---|---|---|---|',
    ...weights.map(({ file, raw, gzip, brotli, budget }) => `| \`${file}\` | ${[raw, gzip, brotli, budget].map(number).join(' | ')} |`),
  ].join('\n')

/** The document with the table of now. @param {string} document @param {readonly Weight[]} weights @returns {string} */
export function withTable(document, weights) {
  const [before, rest = ''] = document.split(BEGIN)
  return `${before}${BEGIN}\n${table(weights)}\n${END}${rest.split(END)[1] ?? ''}`
}

/**
 * Where the document says something else than what was weighed.
 *
 * @param {string} document
 * @param {readonly Weight[]} weights
 * @returns {string[]}
 */
export function sizeFaults(document, weights) {
  return weights.flatMap(({ file, raw, gzip, brotli, budget }) => {
    const row = document.split('\n').find((line) => line.startsWith(`| \`${file}\` |`))
    const said = row?.match(/\d[\d,]*/g)?.map((text) => Number(text.replaceAll(',', ''))) ?? []
    const isNear = [raw, gzip, brotli].every((size, i) => Math.abs((said[i] ?? 0) - size) <= TOLERANCE * size)
    return isNear && said[3] === budget ? [] : [`docs/sizes.md: ${file} is not as it says: npm run size -- --write`]
  })
}
