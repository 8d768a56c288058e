/** Between the pages of one site in one browser. */
export interface FocusChannel {
  /** Whether this page is in front of the visitor. */
  hasFocus(): boolean
  /** Asks the other pages whether they are. */
  ask(): void
  /** How often one of them said yes. */
  answers(): number
}

const NAME = 'vouchsafe-focus'

const channels = new WeakMap<Document, FocusChannel>()

const hasFocus = () => document.hasFocus() && !document.hidden

function open(): FocusChannel {
  const channel = new BroadcastChannel(NAME)
  let answers = 0
  channel.onmessage = ({ data }) => {
    if (data === 'yes') answers++
    else if (hasFocus()) channel.postMessage('yes')
  }
  // A page with an open channel could not be kept for the way back.
  const close = () => {
    channel.close()
    channels.delete(document)
  }
  addEventListener('pagehide', close, { once: true })
  return {
    hasFocus,
    ask: () => channel.postMessage('?'),
    answers: () => answers,
  }
}

/** From the first call on, this page answers others. Undefined in frames, which share the focus with their page, and in older browsers. */
export function openFocusChannel(): FocusChannel | undefined {
  if (window !== window.top || !('BroadcastChannel' in window)) return undefined
  const channel = channels.get(document) ?? open()
  channels.set(document, channel)
  return channel
}
