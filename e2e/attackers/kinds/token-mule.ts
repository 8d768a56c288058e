import type { Attacker, Loot, Target } from '../harness/attacker.js'
import { requestTo } from '../harness/relying-party.js'
import { type DeviceKey, makeKey } from '../means/device-key.js'
import { personVisit } from '../means/trace-visit.js'
import { visit } from '../means/visit.js'

/** What somebody without the key has to offer: nothing, a proof by a key of their own, and one that says that it is by the right one. */
const offers = [
  async () => undefined,
  (token: string, asked: ReturnType<typeof requestTo>) => makeKey().then((mule) => mule.prove(token, asked)),
  (token: string, asked: ReturnType<typeof requestTo>, owner: DeviceKey) => makeKey().then((mule) => mule.prove(token, asked, owner)),
] as const

const earn = (target: Target, key: DeviceKey, n: number): Promise<Loot> =>
  visit(target, { ...personVisit(`mule ${n}`, target.meter), key, address: n })

/**
 * The Relying Party asks for proof of possession. Without that option every one of these verdicts is accepted, for its two minutes and once: a verdict
 * is then good in whoever's hands it is.
 */
export const tokenMule: Attacker = {
  name: 'token-mule',
  does: 'has verdicts earned for the very page and action by somebody else’s client, and shows them from its own, without the key',
  isAskedForKey: true,
  atOnce: Infinity,
  async start(target) {
    const asked = requestTo(target.origin, target.action)
    const owner = await makeKey()
    const { token: own = '' } = await earn(target, owner, target.tries)
    if (!(await target.spend(own, await owner.prove(own, asked)))) throw new Error('the owner of the key is refused')
    return {
      async attempt(n) {
        const key = await makeKey()
        // Of the client that earned it, whoever shows the verdict has nothing else but the public key that it names.
        const { token, end } = await earn(target, key, n)
        return { token, end, proof: token && (await offers[n % offers.length]!(token, asked, key)) }
      },
    }
  },
}
