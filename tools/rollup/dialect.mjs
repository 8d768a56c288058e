/** @typedef {import('../../attest-server/core/dialects/dialect.js').Dialect} Dialect */

/**
 * What a dialect changes, each in the one file that says it. All of it is put into the code itself: there is no table in the scripts that would say how a
 * build differs from others.
 *
 * @type {readonly { readonly file: RegExp, readonly change: (code: string, dialect: Dialect) => string }[]}
 */
const changes = [
  { file: /\/collector\/tells\/still-tells\.[jt]s$/, change: (code, { tells }) => listed(code, tells.map(variableOf)) },
  { file: /\/collector\/tells\/sensed-tells\.[jt]s$/, change: (code, { tells }) => listed(code, tells.map(variableOf)) },
  { file: /\/shared\/features\/index\.[jt]s$/, change: (code, { features }) => listed(code, features.map(variableOf)) },
  {
    file: /\/shared\/features\/reading\/tally\.[jt]s$/,
    change: (code, { tally }) =>
      listed(
        code,
        tally.map((key) => `'${key}'`),
      ),
  },
  { file: /\/shared\/wire\/observation-codes\.[jt]s$/, change: (code, { letters }) => code.replace(/(?<=LETTERS = )\w+/, `'${letters}'`) },
  { file: /\/collector\/evidence\/honey\.[jt]s$/, change: (code, dialect) => code.replace('({})', `(${honeyCode(dialect)})`) },
]

/** `tell.worker-cores` → `workerCores`: the variable that holds it, by the rule that lists of tells and features keep. @param {string} id */
export const variableOf = (id) => id.replace(/^(tell|input)\./, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

/** Claims by the names that they have on the wire, in the place of constants, for which no minifier puts them. @param {string} code @param {Dialect['names']} [names] */
const named = (code, names) => code.replace(/\[CLAIM\.(\w+)\]/g, (_, name) => names?.[/** @type {keyof Dialect['names']} */ (name)] ?? name)

/**
 * The lines of the one list in the code that hold these items, in that order. Items that the list does not have are left out, and so are lines
 * that are not among the items.
 *
 * @param {string} code @param {readonly string[]} items
 */
function listed(code, items) {
  return code.replace(/(= \[\n)((?: +(?:\w+|'\w+'),?\n)+)/, (_, begin, lines) => {
    const there = new Set(lines.split(/[\s,]+/))
    const ordered = items.filter((item) => there.has(item))
    // As many lines as before: the map still holds.
    const gone = lines.split('\n').length - 1 - ordered.length
    return `${begin}${ordered.map((item) => `  ${item},\n`).join('')}${'\n'.repeat(gone)}`
  })
}

/** @param {Dialect} dialect */
function honeyCode({ honey }) {
  const sum = (/** @type {Dialect['honey'][number]} */ { of, add, modulus }) =>
    `(${of.map(([key, times]) => `(tally.${key} % ${modulus}) * ${times}`).join(' + ')} + ${add}) % ${modulus}`
  return `{ ${honey.map((one) => `${one.name}: ${sum(one)}`).join(', ')} }`
}

/**
 * Lets a bundle for browsers speak a dialect, or plainly.
 *
 * @param {Dialect | undefined} dialect none: the wire's plain form
 * @returns {import('rollup').Plugin}
 */
export function dialectOf(dialect) {
  return {
    name: 'dialect',
    transform(code, id) {
      const said = named(code, dialect?.names)
      const place = dialect && changes.find(({ file }) => file.test(id))
      const changed = place ? place.change(said, dialect) : said
      if (place && changed === said) this.error(`${id}: nothing in it could be put into the dialect ${dialect.build}`)
      // Lines stay lines: the map still holds.
      return changed === code ? null : { code: changed, map: null }
    },
  }
}
