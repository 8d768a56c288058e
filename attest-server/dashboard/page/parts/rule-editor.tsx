import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { RuleLanguage } from '../../wire/rules.js'
import type { RuleFault } from '../editor/check-rule.js'
import type { Editor } from '../editor/start-editor.js'
import { Empty } from './loading.js'

interface RuleEditorProps {
  readonly label: string
  readonly value: string
  readonly language: RuleLanguage
  readonly onValue: (value: string) => void
  readonly onSave: () => void
}

/** The editor, loaded when it is needed, and below it in words what is wrong. */
export function RuleEditor({ label, value, language, onValue, onSave }: RuleEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | undefined>(undefined)
  const [faults, setFaults] = useState<readonly RuleFault[]>([])
  const [isAway, setAway] = useState(false)
  const id = useId()
  const latest = useRef({ onValue, onSave })
  latest.current = { onValue, onSave }
  // Started once; what is typed afterwards is the editor's own.
  useEffect(() => {
    let isGone = false
    import('../editor/start-editor.js').then(
      ({ startEditor }) => {
        if (isGone || !host.current) return
        editor.current = startEditor(host.current, {
          value,
          language,
          label,
          onValue: (text) => latest.current.onValue(text),
          onSave: () => latest.current.onSave(),
          onFaults: setFaults,
        })
      },
      () => setAway(true),
    )
    return () => {
      isGone = true
      editor.current?.destroy()
    }
  }, [])
  return (
    <div class="field">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: for the mouse only; the editor itself takes the focus by keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
      <span class="label" id={id} onClick={() => editor.current?.focus()}>
        {label}
      </span>
      <div class="editor" ref={host} />
      {isAway && <Empty title="The editor could not be loaded. Load the page again." />}
      <p class="hint">Ctrl + Space completes: fields, comparisons, values.</p>
      <div role="status">
        {faults.map((fault) => (
          <FaultLine
            key={`${fault.at.offset} ${fault.code}`}
            fault={fault}
            onTake={(text) => editor.current?.replace(fault.at.offset, fault.at.length, text)}
          />
        ))}
      </div>
    </div>
  )
}

function FaultLine({ fault: { at, message, suggestion }, onTake }: { fault: RuleFault; onTake: (text: string) => void }) {
  return (
    <p class="field-fault">
      Line {at.line}, column {at.column}: {message}{' '}
      {suggestion && (
        <button type="button" class="quiet small" onClick={() => onTake(suggestion)}>
          Use {suggestion}
        </button>
      )}
    </p>
  )
}
