import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Until somebody has gone from one view to another, the browser's own focus is right. */
let hasMoved = false
export const noteMove = (): void => {
  hasMoved = true
}

interface PageProps {
  readonly title: string
  /** What is to be read before all else, in a sentence or two. */
  readonly lead?: ComponentChildren
  /** Links and buttons that are about the whole view. */
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

/** A view: its title goes to the window, and the focus to its heading, so that a screen reader says where one has arrived. */
export function Page({ title, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Vouchsafe`
  }, [title])
  useEffect(() => {
    if (hasMoved) heading.current?.focus()
  }, [])
  return (
    <>
      <header class="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </>
  )
}
