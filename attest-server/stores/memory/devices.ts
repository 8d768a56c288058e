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
  const see = (thumbprint: string, now: number, hasShown: boolean, known: DeviceHistory): DeviceHistory => {
    const seen = { firstSeen: known.firstSeen, hasRevealed: known.hasRevealed || hasShown, lastSeen: now }
    devices.set(thumbprint, seen)
    return historyOf(seen)
  }
  return {
    meet: async (thumbprint, now, hasShown = false) =>
      see(thumbprint, now, hasShown, devices.get(thumbprint) ?? { firstSeen: now, hasRevealed: false }),
    async recall(thumbprint, now, hasShown = false) {
      const known = devices.get(thumbprint)
      return known && see(thumbprint, now, hasShown, known)
    },
    async askAgain(thumbprint) {
      const known = devices.get(thumbprint)
      if (known) devices.set(thumbprint, { ...known, hasRevealed: false })
    },
    prune: (now) =>
      pruneMap(devices, ({ lastSeen }) => lastSeen <= now - DEVICE_RETENTION) + pruneSurplus(devices, most, ({ lastSeen }) => lastSeen),
  }
}
