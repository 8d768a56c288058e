import type { Attacker } from '../harness/attacker.js'
import { makeKey } from '../means/device-key.js'
import { PRICE } from '../means/price.js'
import { personVisit } from '../means/trace-visit.js'
import { visit } from '../means/visit.js'

const CLIENTS = 100
/** One less than weighs anything (`device.networks`). */
const NETWORKS = 11
const addressOf = (client: number) => (client % NETWORKS) + 256 * client

export const sharedKey: Attacker = {
  name: 'shared-key',
  does: 'has a hundred clients sign with one key, each from an address and in a session of its own, in as many networks as go unnoticed',
  atOnce: Infinity,
  residual: {
    why: 'a disk’s image in a school is a key on a hundred machines, too: what few networks do together weighs less than asks, and work is paid each time',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const key = await makeKey()
    return { attempt: (n) => visit(target, { ...personVisit(`shared ${n}`, target.meter), key, address: addressOf(n % CLIENTS) }) }
  },
}
