/**
 * What a step of `npm run check` or `npm test` came to.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} [failures] what failed, and in a line why, as far as it is known
 */

/** @param {readonly Outcome[]} outcomes @returns {Outcome} */
export function total(outcomes) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => outcomes.reduce((all, outcome) => all + outcome[key], 0)
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: outcomes.flatMap(({ failures = [] }) => failures),
  }
}

/** The line that a CI looks for: `12 passed, 0 failed`. @param {Outcome} outcome */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** A line of `failures`: of a message, its first. @param {string} name @param {string} [message] */
export const failure = (name, message) => (message ? `${name}: ${message.split('\n', 1)[0]}`.slice(0, 300) : name)

/**
 * @param {boolean} ok
 * @param {string} name what it was, should it have failed
 * @param {string} [message] why
 * @returns {Outcome}
 */
export const one = (ok, name, message) =>
  ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0, failures: [failure(name, message)] }
