import type { EpochSeconds } from '../../../shared/units.js'

/** What is known of a device key. */
export interface DeviceHistory {
  readonly firstSeen: EpochSeconds
}

export interface Devices {
  /** @param thumbprint RFC 7638, of the device's public key. */
  meet(thumbprint: string, now: EpochSeconds): Promise<DeviceHistory>
  /** Meets a device only if it is known. Making a key costs nothing: whoever has only that leaves no trace. */
  recall(thumbprint: string, now: EpochSeconds): Promise<DeviceHistory | undefined>
}
