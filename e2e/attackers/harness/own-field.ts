import { setTimeout as pause } from 'node:timers/promises'
import type { OwnServer } from '../../conformance/harness/own-server.js'
import { servePage } from './page.js'
import { createRelyingParty } from './relying-party.js'
import type { Field } from './run-attacks.js'

const ORIGIN = 'https://shop.example'
const CHEAP_ORIGIN = 'https://blog.shop.example'
const ACTION = 'sign-up'

/** @returns its site key */
export async function makeProject(
  { vouchsafe }: Pick<OwnServer, 'vouchsafe'>,
  name: string,
  ...origins: readonly string[]
): Promise<string> {
  const made = await vouchsafe('project', 'create', '--name', name, ...origins.flatMap((origin) => ['--origin', origin]))
  return (made as { readonly siteKey: string }).siteKey
}

/** Each attacker a project of its own, on one server. */
export const ownField = (server: Pick<OwnServer, 'url' | 'vouchsafe'>): Field => ({
  async open({ name, inBrowser = false, isAskedForKey = false }) {
    const { url } = server
    const siteKey = await makeProject(server, name, ORIGIN, CHEAP_ORIGIN, 'loopback')
    const page = inBrowser ? await servePage({ url, siteKey, action: ACTION }) : undefined
    const origin = page?.origin ?? ORIGIN
    const relyingParty = await createRelyingParty({ url, siteKey, origin, action: ACTION, dpop: isAskedForKey })
    return {
      relyingParty,
      target: {
        ...{ url, siteKey, origin, cheapOrigin: CHEAP_ORIGIN, action: ACTION },
        ownProject: (own) => makeProject(server, `Owned by ${name}`, own),
        spend: async (token, proof) => (await relyingParty.judge(token, proof)) === 'accepted',
        wait: (ms) => pause(ms),
      },
      close: async () => page?.close(),
    }
  },
})
