import type { StoreLimits, Stores } from '../ports.js'
import { LIMITS } from '../retention.js'
import { createMemoryDevices, createMemoryReplayGuard, createMemorySessions } from './histories.js'
import { createMemoryProjects } from './projects.js'
import { createMemorySigningKeys } from './signing-keys.js'
import { createMemoryVerdicts } from './verdicts.js'

/** Everything in this process, gone with it: for tests and trials. */
export function openMemoryStores(limits: StoreLimits = LIMITS): Stores {
  const replays = createMemoryReplayGuard()
  const sessions = createMemorySessions()
  const devices = createMemoryDevices(limits.devices)
  const verdicts = createMemoryVerdicts(limits.verdictRecords)
  const signingKeys = createMemorySigningKeys()
  const stores = [replays, sessions, devices, verdicts, signingKeys]
  return {
    replays,
    projects: createMemoryProjects(),
    sessions,
    devices,
    verdicts,
    signingKeys,
    prune: async (now) => stores.reduce((sum, store) => sum + store.prune(now), 0),
    check: async () => undefined,
    close: async () => undefined,
  }
}
