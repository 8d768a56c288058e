/**
 * Puts the dialog over the page and the page out of reach: natively as a modal dialog in the top layer, else by `inert`. Of the page's own
 * DOM, nothing else is touched, so forms and what password managers have filled in stay as they are.
 * @returns takes it away and gives the focus back
 */
export function coverPage(host: HTMLElement, dialog: HTMLDialogElement): () => void {
  const before = document.activeElement
  document.documentElement.append(host)
  const inerted = typeof dialog.showModal === 'function' ? showModal(dialog) : makeInert(host, dialog)
  return () => {
    dialog.onclose = null
    for (const element of inerted) element.inert = false
    host.remove()
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  }
}

function showModal(dialog: HTMLDialogElement): readonly HTMLElement[] {
  dialog.oncancel = (event) => event.preventDefault()
  // Browsers let a second Escape through: there is nothing to go back to behind this dialog.
  dialog.onclose = () => dialog.showModal()
  dialog.showModal()
  return []
}

function makeInert(host: HTMLElement, dialog: HTMLDialogElement): readonly HTMLElement[] {
  const others = [...document.documentElement.children].filter((other) => other !== host && other instanceof HTMLElement) as HTMLElement[]
  const active = others.filter((other) => !other.inert)
  for (const other of active) other.inert = true
  dialog.setAttribute('open', '')
  return active
}
