import { createHash } from 'node:crypto'

/** The peer; where it is not installed its rows are left out. */
export const CAP = '@cap.js/server'

/** As its own client derives salts and targets: FNV-1a, then xorshift. @param {string} seed @param {number} length */
function derive(seed, length) {
  let state = 2166136261
  for (const letter of seed) {
    state ^= letter.charCodeAt(0)
    state += (state << 1) + (state << 4) + (state << 7) + (state << 8) + (state << 24)
  }
  state >>>= 0
  let text = ''
  while (text.length < length) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    text += (state >>> 0).toString(16).padStart(8, '0')
  }
  return text.slice(0, length)
}

/** @param {{ token: string, challenge: { c: number, s: number, d: number } }} issued @returns {string} the body of a redemption */
export function solveCap({ token, challenge: { c, s, d } }) {
  const solutions = Array.from({ length: c }, (_, i) => {
    const [salt, target] = [derive(`${token}${i + 1}`, s), derive(`${token}${i + 1}d`, d)]
    let nonce = 0
    while (!createHash('sha256').update(`${salt}${nonce}`).digest('hex').startsWith(target)) nonce++
    return nonce
  })
  return JSON.stringify({ token, solutions })
}
