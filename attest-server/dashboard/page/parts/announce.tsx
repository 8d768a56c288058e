import { useEffect, useState } from 'preact/hooks'

const said = new EventTarget()

/** Lets a screen reader say something when it has nothing else to say, and shows it for a while. */
export function announce(text: string): void {
  said.dispatchEvent(new CustomEvent('say', { detail: text }))
}

/** ms that it stays to be read. */
const STAYS = 6000

/** The one place that announcements come to; it is there from the beginning, or nothing would be read out. */
export function Announcer() {
  const [text, setText] = useState('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const hear = (event: Event) => {
      setText((event as CustomEvent<string>).detail)
      clearTimeout(timer)
      timer = setTimeout(() => setText(''), STAYS)
    }
    said.addEventListener('say', hear)
    return () => {
      said.removeEventListener('say', hear)
      clearTimeout(timer)
    }
  }, [])
  return (
    <div class={`announcer ${text ? 'speaks' : ''}`} role="status" aria-live="polite">
      {text}
    </div>
  )
}
