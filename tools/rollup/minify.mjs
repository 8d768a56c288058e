import { minify as terser } from 'terser'
import { internalNames } from './internal-names.mjs'

/** A bundle that does anything at all is longer than this, in characters. */
const LEAST = 64

/** The same numbers by shorter names. */
const SHORT_NUMBERS = { '@Number.NaN': 'NaN', '@Number.POSITIVE_INFINITY': 'Infinity', '@Number.NEGATIVE_INFINITY': '-Infinity' }

/**
 * Chromium then compiles every function while the file arrives, on another thread, instead of one after the other when they are called:
 * https://chromestatus.com/feature/5100466238652416. Others read a comment.
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad'

/**
 * The letters of short names: of what a bundle defines for all of itself, and of all else. Kept apart, they give a function
 * the same names whatever stands around it, and so compress the bundle to less; and most where one bundle carries the text of another (`collector.js` that of
 * `worker.js`), of whose functions it has some itself. Terser would count letters anew for each.
 */
const OUTER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ$_'
const INNER = 'abcdefghijklmnopqrstuvwxyz'

/** @param {number} n @param {string} first @param {string} later letters */
function nameOf(n, first, later) {
  let name = first.charAt(n % first.length)
  for (let left = Math.floor(n / first.length); left > 0; left = Math.floor((left - 1) / later.length))
    name += later.charAt((left - 1) % later.length)
  return name
}

/** For one bundle: terser names what is outermost first, counting upwards, and counts anew for each function. */
function shortNames() {
  let isOuter = true
  let last = -1
  return {
    /** @param {number} n */
    get(n) {
      isOuter &&= n > last
      last = n
      return isOuter ? nameOf(n, OUTER, INNER) : nameOf(n, INNER + OUTER, INNER + OUTER)
    },
  }
}

/** Of properties: there is one scope. */
const propertyNames = { get: (/** @type {number} */ n) => nameOf(n, INNER + OUTER, INNER + OUTER) }

const SHORTENED = new RegExp(`^(_.*|${internalNames.join('|')})$`)

/**
 * Minifies with terser, which shortens properties that begin with `_` (private to their bundle by agreement) or are listed as
 * internal. Called directly because @rollup/plugin-terser ships the code unminified, without an error, when terser finds everything
 * to be dead.
 *
 * @param {{ module?: boolean, eager?: boolean, alike?: boolean, isPlain?: boolean }} [options] `eager`: nearly all of it runs at every visit; `alike`: it carries another's text,
 *   or its own is carried; `isPlain`: properties keep their names, for parts that are loaded apart, and packages, speak by them
 * @returns {import('rollup').Plugin}
 */
export function minify({ module = false, eager = false, alike = false, isPlain = false } = {}) {
  return {
    name: 'minify',
    async renderChunk(code, chunk) {
      const result = await terser(code, {
        ecma: 2020,
        module,
        // `toplevel` would drop the one variable that holds an IIFE's exports, and with it the whole bundle.
        toplevel: module,
        // No `pure_getters`: tells read properties to see what happens. `unsafe_arrows` is unsafe for `new` and `prototype` only.
        compress: { passes: 5, inline: 1, unsafe_arrows: true, global_defs: SHORT_NUMBERS },
        // The DOM has some of the names, too (`measure`, `range`), and nothing of it is asked for by them.
        mangle: {
          ...(alike && { nth_identifier: shortNames() }),
          properties: !isPlain && { regex: SHORTENED, builtins: true, ...(alike && { nth_identifier: propertyNames }) },
        },
        format: { comments: false, preamble: eager ? COMPILE_HINT : '' },
        sourceMap: true,
      })
      if (!result.code || result.code.length < LEAST) this.error(`${chunk.fileName} is empty after minification`)
      return { code: result.code, map: /** @type {string} */ (result.map) }
    },
  }
}
