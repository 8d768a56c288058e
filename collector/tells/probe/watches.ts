import { watchDriverCalls } from './driver-calls.js'
import { type FocusChannel, openFocusChannel } from './focus-channel.js'

/** What goes on between two observations, from when it is first asked for until the collector is stopped. */
export interface Watches {
  /** Aborted when the collector is stopped: nothing is to be observed any more. */
  readonly signal: AbortSignal
  wasCalledByDriver(): boolean
  /** Undefined in frames, which share the focus with their page, and in older browsers. */
  focusChannel(): FocusChannel | undefined
}

/** Begins nothing by itself. */
export function createWatches(signal: AbortSignal): Watches {
  let calls: (() => boolean) | undefined
  let channel: FocusChannel | undefined
  return {
    signal,
    wasCalledByDriver() {
      calls ??= watchDriverCalls(document, signal)
      return calls()
    },
    focusChannel() {
      channel ??= openFocusChannel(signal)
      return channel
    },
  }
}
