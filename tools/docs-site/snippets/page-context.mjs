import { vouchsafe } from '../../lib/vouchsafe.mjs'

/**
 * @typedef {import('./stage.mjs').Stage} Stage
 * @typedef {Awaited<ReturnType<typeof import('./visitor.mjs').createVisitor>>} Visit
 * @typedef {{ url: string, siteKey: string, secretKey: string, project: string, origin: string, keyOf: (name: string) => Promise<string>, keys: Map<string, Promise<string>> }} Context
 * @typedef {Awaited<ReturnType<typeof filledIn>>} Filled
 */

const ORIGIN = 'https://shop.example'

/** Which command makes the key that is written so. @type {Readonly<Record<string, readonly string[]>>} */
const KEYS = {
  'afk_…': ['key', 'create', '--kind', 'nobotspls', '--tier', 'pro'],
  'detlab_…': ['key', 'create', '--kind', 'detection-lab', '--tier', 'pro'],
  'sk_live_…': ['key', 'create', '--kind', 'detectip', '--tier', 'pro'],
  'yeb_…': ['key', 'create', '--kind', 'yeb', '--tier', 'pro'],
}

/** A project of its own for a page, so that none finds what another has left. @param {Stage} stage @param {string} url @returns {Promise<Context>} */
export async function pageContext({ env }, url) {
  const ask = (/** @type {readonly string[]} */ ...args) => vouchsafe(env, args)
  const { id, siteKey } = await ask('project', 'create', '--name', 'Page', '--origin', ORIGIN)
  const { secretKey } = await ask('scoring', 'enable', '--project', id)
  /** @type {Map<string, Promise<string>>} */
  const made = new Map()
  const make = async (/** @type {string} */ name) => {
    if (name !== 'Bearer …') return (await ask(...(KEYS[name] ?? []), '--project', id)).key
    return `Bearer ${(await ask('account', 'create', '--email', `owner-of-${id.slice(4, 14).toLowerCase()}@shop.example`, '--plan', 'pro', '--project', id)).token}`
  }
  const keyOf = (/** @type {string} */ name) => {
    const key = made.get(name) ?? make(name)
    made.set(name, key)
    return key
  }
  return { url, siteKey, secretKey, project: id, origin: ORIGIN, keyOf, keys: made }
}

/**
 * A block with real values where the page has samples, and a verdict that was made for it a moment ago.
 *
 * @param {string} code
 * @param {Context} context
 * @param {Visit} visit
 */
export async function filledIn(code, context, visit) {
  const action = /action: '([\w-]+)'/.exec(code)?.[1] ?? 'sign-up'
  const wants = /token|session|sess_…|<jti|VERDICT|JTI|vouchsafe-token/.test(code)
  const seen = wants ? await visit(context, action) : { token: '', session: '', jti: '' }
  let text = code
    .replaceAll(/https:\/\/attest(?:\.shop)?\.example/g, context.url)
    .replaceAll(/<jti(?: or reference)?>/g, seen.jti)
    .replaceAll('sess_…', seen.session)
    .replaceAll('pk_live_…', context.siteKey.replace('pk_', 'pk_live_'))
    .replaceAll('pk_…', context.siteKey)
    .replaceAll('prj_…', context.project)
  for (const name of [...Object.keys(KEYS), 'Bearer …']) if (text.includes(name)) text = text.replaceAll(name, await context.keyOf(name))
  text = text.replaceAll('sk_…', context.secretKey)
  return {
    code: text,
    env: { VERDICT: seen.token, JTI: seen.jti },
    given: { token: seen.token, session: seen.session },
  }
}
