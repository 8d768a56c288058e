/**
 * Other solvers, as contestants of a race. Refers to nothing outside: browsers run it from its text.
 *
 * @param {Record<string, any>} bundled what is installed of them
 * @param {string} wasm base64 of the module of `@cap.js/wasm`; empty where that is not installed
 * @returns {Record<string, (count: number) => unknown>}
 */
export function peersOf(bundled, wasm) {
  const { initSync, solve_pow: solve, sha256 } = bundled
  /** @type {Record<string, (count: number) => unknown>} */
  const peers = {}
  if (wasm !== '') {
    initSync({ module: Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0)) })
    let salt = 0
    // Salt and nonce are about as long as our 40 bytes; a puzzle of four letters takes 65,536 hashes, more or less: it says which nonce solved.
    peers.cap = (count) => {
      let done = 0
      while (done < count) done += Number(solve(`${salt++}`.padStart(32, 'a'), 'ffff')) + 1
      return done
    }
  }
  if (sha256) {
    const message = new Uint8Array(40)
    const view = new DataView(message.buffer)
    peers.noble = (count) => {
      for (let i = 0; i < count; i++) {
        view.setUint32(36, i)
        sha256(message)
      }
    }
  }
  return peers
}
