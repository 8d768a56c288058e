import { createHash, randomBytes } from 'node:crypto'
import { importTypescript } from '../rollup/import-typescript.mjs'

/** @typedef {import('../../attest-server/core/dialects/dialect.js').Dialect} Dialect */
/** @typedef {() => number} Random a whole number below 2³² */

/** So many tells are not asked: what one build leaves out, another asks. */
const UNASKED = 3
const HONEY = 3
/** Counts in each honey sum. */
const TERMS = 4
/** The largest primes below 2¹⁶: sums of that many products stay whole numbers. */
const MODULI = [65_521, 65_519, 65_497, 65_479]

/**
 * A stream of numbers that follows from a text (SHA-256 in counter mode): whoever has the text can make the build again.
 *
 * @param {string} seed @returns {Random}
 */
function randomOf(seed) {
  let count = 0
  return () => createHash('sha256').update(`vouchsafe-dialect-1|${seed}|${count++}`).digest().readUInt32BE(0)
}

/** Fisher–Yates. @template T @param {readonly T[]} items @param {Random} random @returns {T[]} */
function shuffled(items, random) {
  const list = [...items]
  for (let i = list.length - 1; i > 0; i--) {
    const j = random() % (i + 1)
    const [a, b] = [list[i], list[j]]
    list[i] = /** @type {T} */ (b)
    list[j] = /** @type {T} */ (a)
  }
  return list
}

/** Two letters, the first no digit: as short as the plain ones are at most. @param {number} count @param {Random} random */
function someNames(count, random) {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const all = [...letters].flatMap((first) => [...letters, ...'0123456789'].map((second) => first + second))
  return shuffled(all, random).slice(0, count)
}

/** @param {readonly string[]} keys @param {Random} random @param {string} name @returns {Dialect['honey'][number]} */
function someHoney(keys, random, name) {
  const modulus = MODULI[random() % MODULI.length] ?? 65_521
  const of = shuffled(keys, random).slice(0, TERMS)
  return /** @type {Dialect['honey'][number]} */ ({
    name,
    of: of.map((key) => [key, 1 + (random() % (modulus - 1))]),
    add: random() % modulus,
    modulus,
  })
}

/** @typedef {typeof import('../../attest-server/core/dialects/build-lists.js')} Lists what a build may change */

/** What {@link makeDialect} makes of the lists. @param {Lists} lists @param {string} version @param {string} seed @param {number} now @returns {Dialect} */
export function composeDialect({ claimNames, features, mayGoUnasked, tallyKeys, tells }, version, seed, now) {
  const random = randomOf(seed)
  const names = someNames(claimNames.length + HONEY, random)
  const unasked = shuffled(mayGoUnasked, random).slice(0, UNASKED)
  const asked = (/** @type {boolean} */ still) =>
    tells.filter(({ id, isStill }) => isStill === still && !unasked.includes(id)).map(({ id }) => id)
  const id = createHash('sha256').update(`vouchsafe-build-1|${seed}`).digest('base64url').slice(0, 10)
  return {
    build: `${version}+${id}`,
    made: Math.floor(now / 1000),
    names: /** @type {Dialect['names']} */ (Object.fromEntries(claimNames.map((name, i) => [name, names[i]]))),
    letters: shuffled([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'], random).join(''),
    tells: [...shuffled(asked(true), random), ...shuffled(asked(false), random)],
    unasked,
    features: shuffled(features, random),
    tally: shuffled(tallyKeys, random),
    honey: names.slice(claimNames.length).map((name) => someHoney(tallyKeys, random, name)),
  }
}

/**
 * A dialect that no other build speaks.
 *
 * @param {string} version of the sources
 * @param {string} [seed] for a build that is to come out the same again; kept secret, like the dialect
 * @param {number} [now] ms since 1970
 * @returns {Promise<Dialect>}
 */
export async function makeDialect(version, seed = randomBytes(32).toString('base64url'), now = Date.now()) {
  return composeDialect(await importTypescript('attest-server/core/dialects/build-lists.ts'), version, seed, now)
}
