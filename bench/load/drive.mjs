// A process of its own: the visitors. It does one task after another, and tells how each went.
import { importTypescript } from '../../tools/rollup/import-typescript.mjs'
import { solveCap } from './cap.mjs'
import { closedLoop, openLoop } from './paces.mjs'
import { get, post, read } from './requests.mjs'

/** @type {typeof import('./visitors.js')} */
const { makeVisitors, prepare } = await importTypescript('bench/load/visitors.ts')
/** @type {typeof import('../../verify/index.js')} */
const { createVerifier } = await importTypescript('verify/index.ts')

/** @typedef {import('../latency/requests.mjs').Listening} Listening */
/** @typedef {import('./paces.mjs').Ask} Ask */
/** @typedef {import('./visitors.js').Visitor} Visitor */
/** @typedef {import('./visitors.js').Prepared & { visitor: Visitor, token?: string, reference?: string }} Ready */

const CONNECTIONS = 8

/** Whose turn it is. @type {Visitor[]} */
let visitors = []
/** @type {any[]} */
let challenges = []
/** @type {Ready[]} */
let ready = []
/** No two visitors of a run are alike. */
let seed = 1

/** @template {{ status: number }} T @param {T} answer */
function mustBeOk(answer) {
  if (answer.status !== 200) throw new Error(JSON.stringify(answer))
  return answer
}

/** @param {Listening} server @param {Visitor} visitor @param {Ask} ask */
const challengeFor = async ({ siteKey }, { address }, ask) => read(await ask(post('/v1/challenge', JSON.stringify({ siteKey }), address)))

/** Posts the evidence, and the slices where they are asked for. @param {Ready} one @param {Ask} ask */
async function attest({ body, shown, visitor: { address } }, ask) {
  const first = read(await ask(post('/v1/attest', body, address)))
  if (first.status !== 200 || !('reveal' in first.json)) return { ...first, posts: 1 }
  return { ...read(await ask(post('/v1/attest', shown(first.json), address))), posts: 2 }
}

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Comes again where the server was too busy. @param {Ask} ask @returns {Ask} */
const patient = (ask) => async (request) => {
  for (;;) {
    const answer = await ask(request)
    if (!answer.startsWith('HTTP/1.1 503')) return answer
    await wait(100)
  }
}

/** @param {Listening} server @param {(i: number, ask: Ask) => Promise<void>} work @param {number} [count] */
const allOf = ({ url }, work, count = visitors.length) =>
  closedLoop({ url, connections: CONNECTIONS, count }, (i, ask) => work(i, patient(ask)))

const tasks = {
  /** So many come who were never there. @param {{ count: number, from?: number }} given `from`: of the first, where several processes make some */
  async make({ count, from = seed }) {
    seed = from
    visitors = await makeVisitors(count, seed)
    seed += count
  },

  /** The same come again, and move otherwise. */
  async again() {
    const next = await makeVisitors(visitors.length, seed)
    seed += visitors.length
    visitors = visitors.map((visitor, i) => ({ ...visitor, movement: next[i]?.movement ?? visitor.movement }))
  },

  /** A challenge for each. @param {{ server: Listening }} given */
  async challenge({ server }) {
    challenges = []
    return allOf(server, async (i, ask) => {
      challenges[i] = mustBeOk(await challengeFor(server, /** @type {Visitor} */ (visitors[i]), ask)).json
    })
  },

  /** Evidence for each challenge. The server rests. */
  async solve() {
    ready = []
    for (const [i, visitor] of visitors.entries()) ready.push({ ...(await prepare(visitor, challenges[i])), visitor })
  },

  /** All of it, redeemed. @param {{ server: Listening }} given */
  async attest({ server }) {
    /** @type {Record<string, number>} */
    const actions = {}
    let posts = 0
    const paced = await allOf(server, async (i, ask) => {
      const one = /** @type {Ready} */ (ready[i])
      const { json, posts: took } = mustBeOk(await attest(one, ask))
      posts += took
      actions[json.action] = (actions[json.action] ?? 0) + 1
      Object.assign(one, json)
    })
    return { ...paced, posts, actions }
  },

  /** What the owner is told of each verdict. @param {{ server: Listening }} given */
  async explain({ server }) {
    return allOf(
      server,
      async (i, ask) => void mustBeOk(read(await ask(get(`/v1/verdicts/${ready[i]?.reference}`, server.privateKey)))),
      ready.length,
    )
  },

  /** What the owner is told, at each address once. @param {{ server: Listening, keys: readonly string[], paths: readonly string[] }} given `keys`: in turns */
  async read({ server, keys, paths }) {
    return allOf(server, async (i, ask) => void mustBeOk(read(await ask(get(paths[i] ?? '', keys[i % keys.length] ?? '')))), paths.length)
  },

  /** Each verdict, verified as a backend does, without the server. @param {{ server: Listening }} given */
  async verify({ server }) {
    const jwks = /** @type {any} */ (await (await fetch(`${server.url}/.well-known/jwks.json`)).json())
    const verifier = createVerifier({
      jwks,
      issuer: server.url,
      audience: server.siteKey,
      origin: 'https://shop.example',
      action: 'sign-up',
    })
    for (const { token } of ready) {
      const result = await verifier.verify(token)
      if (!result.ok) throw new Error(result.error.code)
    }
  },

  /**
   * Visits at a rate, whatever becomes of them: each asks for a challenge and redeems evidence that was made before, which is a visit's work for
   * the server and next to none for this process.
   *
   * @param {{ server: Listening, rate: number, most: number }} given `most`: ms that a visitor waits
   */
  async visits({ server, rate, most }) {
    let refused = 0
    const paced = await openLoop({ url: server.url, rate, count: ready.length, most }, async (i, ask) => {
      const one = /** @type {Ready} */ (ready[i])
      const challenge = await challengeFor(server, one.visitor, ask)
      const { status } = challenge.status === 200 ? await attest(one, ask) : challenge
      if (status === 503) refused++
      else if (status !== 200) throw new Error(`${status}`)
      return status === 200
    })
    return { ...paced, refused }
  },

  /** Visits at a rate, each solved as it comes. @param {{ server: Listening, rate: number, seconds: number }} given */
  async steady({ server, rate, seconds }) {
    let refused = 0
    const paced = await openLoop({ url: server.url, rate, count: Math.ceil(rate * seconds), most: 10_000 }, async (i, ask) => {
      const visitor = /** @type {Visitor} */ (visitors[i % visitors.length])
      const challenge = await challengeFor(server, visitor, ask)
      const { status } = challenge.status === 200 ? await attest({ ...(await prepare(visitor, challenge.json)), visitor }, ask) : challenge
      if (status !== 200) refused++
      return status === 200
    })
    const { latencies, late } = paced
    return { good: latencies.length, late, refused, p99: latencies[Math.floor(latencies.length * 0.99)] }
  },

  /** A bare route of the framework, asked as often as for a challenge. @param {{ server: Listening }} given */
  async bare({ server }) {
    return allOf(server, async (i, ask) => void mustBeOk(await challengeFor(server, /** @type {Visitor} */ (visitors[i]), ask)))
  },

  /** @param {{ server: Listening }} given */
  async capChallenge({ server }) {
    challenges = []
    return allOf(server, async (i, ask) => {
      challenges[i] = mustBeOk(read(await ask(post('/challenge', '{}', '')))).json
    })
  },

  async capSolve() {
    challenges = challenges.map(solveCap)
  },

  /** @param {{ server: Listening }} given */
  async capRedeem({ server }) {
    return allOf(server, async (i, ask) => {
      const { json } = mustBeOk(read(await ask(post('/redeem', challenges[i], ''))))
      if (!json.success) throw new Error(json.message)
    })
  },
}

process.on('message', (/** @type {{ task: keyof typeof tasks }} */ { task, ...given }) => {
  void tasks[task](/** @type {any} */ (given)).then((told) => process.send?.(told ?? {}))
})
process.once('disconnect', () => process.exit())
process.send?.('ready')
