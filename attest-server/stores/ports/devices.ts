import type { EpochSeconds } from '../../../shared/units.js'

/** What is known of a device key. */
export interface DeviceHistory {
  readonly firstSeen: EpochSeconds
  /** Whether it showed slices of a trace when it was asked last, and these were what it had committed to. */
  readonly hasRevealed: boolean
}

export interface Devices {
  /**
   * @param thumbprint RFC 7638, of the device's public key.
   * @param hasShown it has just shown what it was asked for, and that was judged right
   */
  meet(thumbprint: string, now: EpochSeconds, hasShown?: boolean): Promise<DeviceHistory>
  /** Meets a device only if it is known. Making a key costs nothing: whoever has only that leaves no trace. */
  recall(thumbprint: string, now: EpochSeconds, hasShown?: boolean): Promise<DeviceHistory | undefined>
  /** Notes that a device is to show what it is asked for, whatever it has shown before. Of one that is not known, nothing. */
  askAgain(thumbprint: string): Promise<void>
}
