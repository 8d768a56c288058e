import type { Fault } from './harness/fault.js'
import { badNetwork } from './kinds/bad-network.js'
import { changesSpread } from './kinds/changes-spread.js'
import { clockJumps } from './kinds/clock-jumps.js'
import { countTogether } from './kinds/count-together.js'
import { diskFull } from './kinds/disk-full.js'
import { failOver } from './kinds/fail-over.js'
import { fileLocked } from './kinds/file-locked.js'
import { killInstance } from './kinds/kill-instance.js'
import { killServer } from './kinds/kill-server.js'
import { killStore } from './kinds/kill-store.js'
import { rollingRestart } from './kinds/rolling-restart.js'
import { rollingUpgrade } from './kinds/rolling-upgrade.js'
import { sameMoment } from './kinds/same-moment.js'
import { slowClients } from './kinds/slow-clients.js'
import { stopServer } from './kinds/stop-server.js'

/** Everything that goes wrong. */
export const faults: readonly Fault[] = [
  sameMoment,
  killServer,
  stopServer,
  diskFull,
  fileLocked,
  clockJumps,
  slowClients,
  rollingRestart,
  rollingUpgrade,
  changesSpread,
  countTogether,
  killInstance,
  killStore,
  badNetwork,
  failOver,
]
