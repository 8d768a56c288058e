import type { DeviceHistory, Devices } from '../ports.js'
import { DEVICE_RETENTION } from '../retention.js'
import { type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

interface Acquaintance extends DeviceHistory {
  readonly lastSeen: number
}

/** @param most devices that outlast a `prune`; those that were met last stay. */
export function createMemoryDevices(most: number): Devices & Prunable {
  const devices = new Map<string, Acquaintance>()
  return {
    async meet(thumbprint, now) {
      const firstSeen = devices.get(thumbprint)?.firstSeen ?? now
      devices.set(thumbprint, { firstSeen, lastSeen: now })
      return { firstSeen }
    },
    async recall(thumbprint, now) {
      const known = devices.get(thumbprint)
      if (!known) return undefined
      devices.set(thumbprint, { ...known, lastSeen: now })
      return { firstSeen: known.firstSeen }
    },
    prune: (now) =>
      pruneMap(devices, ({ lastSeen }) => lastSeen <= now - DEVICE_RETENTION) + pruneSurplus(devices, most, ({ lastSeen }) => lastSeen),
  }
}
