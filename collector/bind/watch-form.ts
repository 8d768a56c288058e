import { resubmit } from '../forms/marked-form.js'

/** Forms that wait to be sent with their verdict, and whether each still holds what that was made for. */
const waiting = new WeakMap<EventTarget, { readonly submitter: HTMLElement | null | undefined; isSame(): boolean }>()
/** Forms that got a second verdict because they had changed. A third would come no nearer: the page changes them each time. */
const again = new WeakSet<EventTarget>()
let isListening = false

/**
 * On the window and in the bubble phase, behind the page's own listeners: whatever they change in a form when it is sent is there by now. A page that sends it by
 * itself has prevented the event, and is left alone.
 */
function look(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement
  const sent = waiting.get(form)
  waiting.delete(form)
  if (!sent) return
  if (event.defaultPrevented || sent.isSame() || again.has(form)) {
    again.delete(form)
    return
  }
  again.add(form)
  event.preventDefault()
  // Sent anew, it is held anew, and gets a verdict for what it holds now.
  setTimeout(() => resubmit(form, sent.submitter ?? null))
}

/** Nothing of ours is thrown into a page. */
function lookSafely(event: SubmitEvent): void {
  try {
    look(event)
  } catch {}
}

/** Asks once more for a verdict, where a form has changed between its verdict and the moment in which it is sent. */
export function watchForm(form: HTMLFormElement, submitter: HTMLElement | null | undefined, isSame: () => boolean): void {
  if (!isListening) window.addEventListener('submit', lookSafely)
  isListening = true
  waiting.set(form, { submitter, isSame })
}
