import { importTypescript } from '../../rollup/import-typescript.mjs'

/** What a browser sends with a script's request. */
const HEADERS = {
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'sec-ch-ua': '"Google Chrome";v="156", "Chromium";v="156", "Not_A Brand";v="24"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Windows"',
  accept: '*/*',
  'accept-language': 'de-DE,de;q=0.9,en;q=0.8',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
}

/**
 * A visitor without a browser, who asks as an honest page does: for whoever needs a verdict that counts.
 *
 * @typedef {{ url: string, siteKey: string, origin: string }} Site
 * @returns {Promise<(site: Site, action: string) => Promise<{ token: string, session: string, jti: string }>>}
 */
export async function createVisitor() {
  /** @type {any} */
  const { createDevice, honestClaims, signEvidence } = await importTypescript('attest-server/testing/honest-client.ts')
  return async ({ url, siteKey, origin }, action) => {
    const send = (/** @type {string} */ path, /** @type {object} */ body) =>
      fetch(url + path, { method: 'POST', headers: { ...HEADERS, origin, 'content-type': 'text/plain' }, body: JSON.stringify(body) })
    const challenge = /** @type {any} */ (await (await send('/v1/challenge', { siteKey })).json())
    const device = await createDevice()
    const claims = { ...honestClaims(challenge, origin, device.thumbprint), action }
    const answer = await send('/v1/attest', { challenge: challenge.challenge, evidence: await signEvidence(device, claims) })
    const { token, problem, code } = /** @type {any} */ (await answer.json())
    if (!token) throw new Error(`no verdict for a visitor: ${answer.status} ${code ?? problem}`)
    const { sub, jti } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
    return { token, session: sub, jti }
  }
}
