import { useRef, useState } from 'preact/hooks'
import { announce } from './announce.js'

/** Something to be copied; where the clipboard is not to be had, it is selected, and the keys do it. */
export function Copyable({ label, text }: { label: string; text: string }) {
  const code = useRef<HTMLElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce(`${label} copied.`)
    } catch {
      if (code.current) getSelection()?.selectAllChildren(code.current)
      announce('Selected. Copy it with the keys of your system.')
    }
  }
  return (
    <span class="copyable">
      <code ref={code}>{text}</code>
      <button type="button" class="quiet small" aria-label={`Copy ${label}`} onClick={() => void copy()}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </span>
  )
}

/** A secret that was just made: it can be read now, and never again. */
export function NewSecret({ label, text, onDone }: { label: string; text: string; onDone: () => void }) {
  return (
    <div class="new-secret" role="status">
      <p>
        <strong>{label}</strong> Copy it now: it is kept here as a digest only, and cannot be shown again.
      </p>
      <Copyable label="the key" text={text} />
      <button type="button" class="quiet small" onClick={onDone}>
        I have it
      </button>
    </div>
  )
}
