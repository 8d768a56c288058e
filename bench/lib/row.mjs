/**
 * One line of `npm run bench`, and one object of `npm run bench -- --json FILE`.
 *
 * @typedef {object} Row
 * @property {string} name what was measured, and where
 * @property {number} value what came out, in `unit`; rounded
 * @property {string} unit of `value`
 * @property {string} against what it stands beside: a peer or a floor that was measured in the same run, or a limit that was set before
 * @property {number} ratio `value`, before it was rounded, over that of `against`: 1 is as much
 * @property {number | null} bar the most that `ratio` may be; the least of it for what is better when it is more (hashes a second). null: the
 * row is told, and nothing depends on it
 * @property {boolean} ok whether `ratio` keeps to `bar`, and enough was measured for that to mean something
 */

/** @typedef {{ readonly name: string, readonly value: number, readonly unit: string }} Measured */

/** @typedef {{ readonly name: string, readonly value: number }} Against in the unit of what was measured */

/** What costs. @param {Measured} measured @param {Against} against @param {number} bar @returns {Row} */
export const atMost = (measured, against, bar = 1) => row(measured, against, bar, (ratio) => ratio <= bar)

/** What is better when it is more. @param {Measured} measured @param {Against} against @param {number} bar @returns {Row} */
export const atLeast = (measured, against, bar) => row(measured, against, bar, (ratio) => ratio >= bar)

/** What nothing depends on. @param {Measured} measured @param {Against} against @returns {Row} */
export const told = (measured, against) => row(measured, against, null, () => true)

/** @param {Measured} measured @param {Against} against @param {number | null} bar @param {(ratio: number) => boolean} keeps @returns {Row} */
function row({ name, value, unit }, against, bar, keeps) {
  const ratio = value / against.value
  return { name, value: rounded(value), unit, against: against.name, ratio, bar, ok: keeps(ratio) }
}

/** As exact as it means something. @param {number} value */
const rounded = (value) => (Math.abs(value) < 100 ? Math.round(10 * value) / 10 : Math.round(value))
