import type { DeviceHistory, Devices } from '../ports.js'
import { DEVICE_RETENTION } from '../retention.js'
import { type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

interface Acquaintance extends DeviceHistory {
  readonly lastSeen: number
}

const historyOf = ({ firstSeen, hasRevealed }: Acquaintance): DeviceHistory => ({ firstSeen, hasRevealed })

/** @param most devices that outlast a `prune`; those that were met last stay. */
export function createMemoryDevices(most: number): Devices & Prunable {
  const devices = new Map<string, Acquaintance>()
  const see = (thumbprint: string, now: number, known: DeviceHistory): DeviceHistory => {
    const seen = { ...known, lastSeen: now }
    devices.set(thumbprint, seen)
    return historyOf(seen)
  }
  return {
    meet: async (thumbprint, now) => see(thumbprint, now, devices.get(thumbprint) ?? { firstSeen: now, hasRevealed: false }),
    async recall(thumbprint, now) {
      const known = devices.get(thumbprint)
      return known && see(thumbprint, now, known)
    },
    async noteReveal(thumbprint, isGood) {
      const known = devices.get(thumbprint)
      if (known) devices.set(thumbprint, { ...known, hasRevealed: isGood })
    },
    prune: (now) =>
      pruneMap(devices, ({ lastSeen }) => lastSeen <= now - DEVICE_RETENTION) + pruneSurplus(devices, most, ({ lastSeen }) => lastSeen),
  }
}
