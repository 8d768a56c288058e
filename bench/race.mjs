/**
 * Hashes a second of each contestant, in turns so that a busy moment of the machine meets all of them. Refers to nothing outside:
 * browsers run it from its text.
 *
 * @param {{ search: Function, puzzleOf: Function, solves: Function, K: Int32Array }} ours the solver and the reference that checks it, bundled
 * @param {Record<string, (count: number) => unknown>} others each hashes 40 bytes `count` times, one hash a call, or returns how often it did
 * @param {number} rounds
 * @returns {Promise<Record<string, number>>} medians
 */
export async function race(ours, others, rounds) {
  const { search, puzzleOf, solves, K } = ours
  const seed = new Uint8Array(32).fill(7)
  const { state, words } = puzzleOf(new Int32Array(8).fill(7), 0)
  let nonce = 1
  /** @type {Record<string, [count: number, hash: (count: number) => unknown]>} */
  const contestants = {
    // Target 0: nothing solves, so all are tried.
    solver: [
      400_000,
      (count) => {
        search(K, state, words, 0, nonce, nonce + count)
        nonce += count
      },
    ],
    reference: [
      20_000,
      (count) => {
        for (let i = 0; i < count; i++) solves(seed, 0, i, 2 ** 31)
      },
    ],
    ...Object.fromEntries(Object.entries(others).map(([name, hash]) => [name, [20_000, hash]])),
  }
  /** @type {Record<string, number[]>} */
  const speeds = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, [count, hash]] of Object.entries(contestants)) {
      const began = performance.now()
      const done = await hash(count)
      // The first round is for the compiler.
      if (round > 0) speeds[name]?.push((1000 * (typeof done === 'number' ? done : count)) / (performance.now() - began))
    }
  }
  return Object.fromEntries(Object.entries(speeds).map(([name, all]) => [name, all.sort((a, b) => a - b)[all.length >> 1] ?? 0]))
}
