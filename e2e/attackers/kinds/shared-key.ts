import type { Attacker } from '../harness/attacker.js'
import { makeKey } from '../means/device-key.js'
import { PRICE } from '../means/price.js'
import { personVisit } from '../means/trace-visit.js'
import { visit } from '../means/visit.js'

const CLIENTS = 100

export const sharedKey: Attacker = {
  name: 'shared-key',
  does: 'has a hundred clients sign with one key, each from an address and in a session of its own, all at the same time',
  atOnce: Infinity,
  residual: {
    why: 'a key has a history and no velocity: how many sessions and addresses it signs for at once is not counted yet',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const key = await makeKey()
    return { attempt: (n) => visit(target, { ...personVisit(`shared ${n}`, target.meter), key, address: n % CLIENTS }) }
  },
}
