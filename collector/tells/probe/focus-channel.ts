/** Between the pages of one site in one browser. */
export interface FocusChannel {
  /** Whether this page is in front of the visitor. */
  hasFocus(): boolean
  /** Asks the other pages whether they are. */
  ask(): void
  /** Whether one of them said yes to the last question. */
  answered(): boolean
}

const NAME = 'vouchsafe-focus'

/** A question has the number of who asks and when; its answer is its negative. Whatever else comes is not for us. */
type Message = number

const hasFocus = () => document.hasFocus() && !document.hidden

/**
 * From now on this page answers others. Undefined in frames, which share the focus with their page, and in older browsers.
 * @param signal ends it
 */
export function openFocusChannel(signal: AbortSignal): FocusChannel | undefined {
  if (window !== window.top || !('BroadcastChannel' in window)) return undefined
  let channel: BroadcastChannel | undefined
  let question: Message = 0
  let answered = false
  const open = () => {
    const opened = new BroadcastChannel(NAME)
    opened.onmessage = ({ data }: { data: unknown }) => {
      if (data === -question) answered = true
      else if (typeof data === 'number' && data > 0 && hasFocus()) opened.postMessage(-data)
    }
    return opened
  }
  const close = () => {
    channel?.close()
    channel = undefined
  }
  // A page with an open channel could not be kept for the way back.
  addEventListener('pagehide', close, { signal })
  signal.addEventListener('abort', close)
  channel = open()
  return {
    hasFocus,
    ask() {
      if (signal.aborted) return
      answered = false
      question = 1 + Math.random()
      channel ??= open()
      channel.postMessage(question)
    },
    answered: () => answered,
  }
}
