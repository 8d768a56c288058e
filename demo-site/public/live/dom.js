// @ts-check

/**
 * An element of this page that must be there.
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} id
 * @returns {E}
 */
export function byId(id) {
  return /** @type {E} */ (document.getElementById(id))
}

/**
 * Makes an element; strings become text, never markup.
 * @param {string} name
 * @param {Readonly<Record<string, string>>} attributes
 * @param {...(Node | string)} children
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/**
 * Writes only what has changed: text that stays the same is not read out again and costs no layout.
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text
}

/** @param {number} share */
export const percent = (share) => `${share < 0.1 && share > 0 ? (100 * share).toFixed(1) : Math.round(100 * share)} %`

/** @param {number} llr */
export const signed = (llr) => `${llr < 0 ? '−' : '+'}${Math.abs(llr).toFixed(2)}`

/**
 * @param {number} many
 * @param {string} one what it is called when it is one
 * @param {string} [more] what it is called otherwise
 */
export const counted = (many, one, more = `${one}s`) => `${many} ${many === 1 ? one : more}`
