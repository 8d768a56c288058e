/** @typedef {{ reveal: number, signature: number, leaves: number }} RevealTimes ms of processor time for each, and how many slices there were to choose from */

const ROUNDS = 15
const EACH = 40
const NONCE = 'kT4yq0mVJp2xNf7uWc1ZRg'

/** @param {() => unknown} work @returns {Promise<number>} ms of processor time for each: the median of some rounds */
async function milliseconds(work) {
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const { user, system } = process.cpuUsage()
    for (let i = 0; i < EACH; i++) await work()
    const spent = process.cpuUsage({ user, system })
    rounds.push((spent.user + spent.system) / 1000 / EACH)
  }
  return rounds.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN
}

/** A signature of evidence, as one is checked for each verdict anyway. */
async function startSignature() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const text = new Uint8Array(2000).fill(65)
  const signature = await crypto.subtle.sign(algorithm, pair.privateKey, text)
  return () => crypto.subtle.verify(algorithm, pair.publicKey, signature, text)
}

/**
 * Times what it costs the server to judge slices that are shown, against a signature of the same run.
 *
 * @param {{ startTrace: Function, mouseVisit: Function, startRandom: Function, decodeCommitment: Function, commitNow: Function, chooseSlices: Function, compare: Function }} bundled
 * @param {number} count of events
 * @returns {Promise<RevealTimes>}
 */
export async function timeReveal({ startTrace, mouseVisit, startRandom, decodeCommitment, commitNow, chooseSlices, compare }, count) {
  const trace = startTrace()
  for (const event of mouseVisit(count, startRandom(1))) trace.push(event, event.kind === 'move')
  const { trace: text, open } = commitNow(trace.end(), NONCE)
  const commitment = decodeCommitment(text).value
  const asked = chooseSlices(commitment.leaves > 32 ? 1 : 0, commitment.counts, [0.5, 0.2])
  const shown = { asked, ...open(asked) }
  const judge = () => {
    if (!compare(decodeCommitment(text).value, shown, NONCE).ok) throw new Error('an honest trace is refused')
  }
  return { reveal: await milliseconds(judge), signature: await milliseconds(await startSignature()), leaves: commitment.leaves }
}
