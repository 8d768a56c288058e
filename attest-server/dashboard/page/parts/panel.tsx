import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface PanelProps {
  readonly title: string
  /** Beside the title: a count, a switch. */
  readonly aside?: ComponentChildren
  readonly note?: ComponentChildren
  /** `half`: two of them stand side by side where there is room. */
  readonly size?: 'full' | 'half'
  readonly children: ComponentChildren
}

/** One subject of a view, with its heading. */
export function Panel({ title, aside, note, size = 'full', children }: PanelProps) {
  const id = useId()
  return (
    <section class={`panel ${size}`} aria-labelledby={id}>
      <div class="panel-head">
        <h2 id={id}>{title}</h2>
        {aside && <div class="aside">{aside}</div>}
      </div>
      {note && <p class="note">{note}</p>}
      {children}
    </section>
  )
}
