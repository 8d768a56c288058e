import { MissingError } from '../../support/machine/tools.js'
import type { Fault } from '../harness/fault.js'
import { openFleet } from '../harness/fleet.js'
import { replaceUnderLoad } from '../harness/replace-under-load.js'

const INSTANCES = 2

/** The version before this one, built. It is no part of this checkout. */
function previousCheckout(): string {
  const checkout = process.env.VOUCHSAFE_PREVIOUS
  if (!checkout) throw new MissingError('the version before: set VOUCHSAFE_PREVIOUS to a checkout of it that is built')
  return checkout
}

export const rollingUpgrade: Fault = {
  name: 'rolling-upgrade',
  does: 'two servers of the version before give way under load, one after the other, to two of this one, the first of which brings the data along',
  clients: 'nothing',
  on: ['embedded', 'postgres', 'redis'],
  // Data is brought along once.
  cost: 1_000_000,
  async run(ground) {
    await replaceUnderLoad(await openFleet(ground.deployment.at(previousCheckout()), INSTANCES), ground)
  },
}
