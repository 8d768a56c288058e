import { setTimeout as pause } from 'node:timers/promises'
import type { OwnServer } from '../../conformance/harness/own-server.js'
import { servePage } from './page.js'
import { createRelyingParty } from './relying-party.js'
import type { Field } from './run-attacks.js'

const ORIGIN = 'https://shop.example'
const CHEAP_ORIGIN = 'https://blog.shop.example'
const ACTION = 'sign-up'

type Commands = Pick<OwnServer, 'vouchsafe'>

interface Keys {
  readonly siteKey: string
  readonly secretKey: string
}

async function makeKeys({ vouchsafe }: Commands, name: string, origins: readonly string[]): Promise<Keys> {
  return (await vouchsafe('project', 'create', '--name', name, ...origins.flatMap((origin) => ['--origin', origin]))) as Keys
}

/** @returns its site key */
export const makeProject = async (server: Commands, name: string, ...origins: readonly string[]): Promise<string> =>
  (await makeKeys(server, name, origins)).siteKey

/** Each attacker a project of its own, on one server. */
export const ownField = (server: Pick<OwnServer, 'url' | 'vouchsafe'>): Field => ({
  async open({ name, inBrowser = false, isAskedForKey = false, isFollowedUp = false }) {
    const { url } = server
    const { siteKey, secretKey } = await makeKeys(server, name, [ORIGIN, CHEAP_ORIGIN, 'loopback'])
    if (isFollowedUp) await server.vouchsafe('settings', 'set', '--project', siteKey, '--delay-enforcement', 'on')
    const page = inBrowser ? await servePage({ url, siteKey, action: ACTION }) : undefined
    const origin = page?.origin ?? ORIGIN
    const asks = { dpop: isAskedForKey, ...(isFollowedUp && { secretKey }) }
    const relyingParty = await createRelyingParty({ url, siteKey, origin, action: ACTION, ...asks })
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
