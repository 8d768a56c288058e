// @ts-check

/** @typedef {readonly [red: number, green: number, blue: number]} Colour */

/**
 * The page's own colours, so that the drawing follows light and dark.
 * @param {Element} element
 */
export function strokeColours(element) {
  const style = getComputedStyle(element)
  const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim()
  const cold = parse(read('--cold'))
  const warm = parse(read('--warm'))
  return { ring: read('--ring'), at: (/** @type {number} */ share) => mix(cold, warm, share) }
}

/** @param {string} hex `#rrggbb` @returns {Colour} */
function parse(hex) {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** @param {Colour} from @param {Colour} to @param {number} share */
function mix(from, to, share) {
  const at = (/** @type {0 | 1 | 2} */ i) => Math.round(from[i] + (to[i] - from[i]) * share)
  return `rgb(${at(0)} ${at(1)} ${at(2)})`
}
