import type { EpochSeconds } from '../../../shared/units.js'

/** What is known of a device key. */
export interface DeviceHistory {
  readonly firstSeen: EpochSeconds
  /** Whether it showed slices of a trace when it was asked last, and these were what it had committed to. */
  readonly hasRevealed: boolean
}

export interface Devices {
  /** @param thumbprint RFC 7638, of the device's public key. */
  meet(thumbprint: string, now: EpochSeconds): Promise<DeviceHistory>
  /** Meets a device only if it is known. Making a key costs nothing: whoever has only that leaves no trace. */
  recall(thumbprint: string, now: EpochSeconds): Promise<DeviceHistory | undefined>
  /** Notes whether a device has shown what it was asked for: not while it is asked. Of one that is not known, nothing. */
  noteReveal(thumbprint: string, isGood: boolean): Promise<void>
}
