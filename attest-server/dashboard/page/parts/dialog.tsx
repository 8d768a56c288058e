import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A question that has to be answered first. The browser keeps the focus in it, and gives it back to where it came from. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

interface ConfirmProps extends DialogProps {
  /** What the button that goes on is called: the thing that it does. */
  readonly action: string
  readonly onConfirm: () => void
  readonly isDangerous?: boolean
}

export function Confirm({ title, action, onConfirm, onClose, isDangerous = true, children }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <form method="dialog" class="buttons">
        <button type="submit" class="quiet">
          Cancel
        </button>
        <button type="submit" class={isDangerous ? 'danger' : ''} onClick={onConfirm}>
          {action}
        </button>
      </form>
    </Dialog>
  )
}
