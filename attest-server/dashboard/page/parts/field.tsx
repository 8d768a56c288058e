import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'

interface FieldProps {
  readonly label: string
  readonly hint?: ComponentChildren
  /** What is wrong with it. */
  readonly fault?: string | undefined
  readonly children: (props: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': boolean
  }) => ComponentChildren
}

/** A control with its label, its hint and its fault, which belong together for a screen reader, too. */
function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': fault !== undefined })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="field-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

interface TextFieldProps extends Pick<FieldProps, 'label' | 'hint' | 'fault'> {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly input?: JSX.IntrinsicElements['input']
}

export function TextField({ label, hint, fault, value, onValue, input = {} }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(props) => <input type="text" {...input} {...props} value={value} onInput={(event) => onValue(event.currentTarget.value)} />}
    </Field>
  )
}

interface Option {
  readonly value: string
  readonly words: string
}

interface ChoiceProps extends Pick<FieldProps, 'label' | 'hint'> {
  readonly value: string
  readonly options: readonly Option[]
  readonly onValue: (value: string) => void
}

export function Choice({ label, hint, value, options, onValue }: ChoiceProps) {
  return (
    <Field label={label} hint={hint}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface SwitchProps {
  readonly label: string
  readonly hint?: ComponentChildren
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly isDisabled?: boolean
}

/** On or off, at once; a checkbox that looks like what it does. */
export function Switch({ label, hint, isOn, onChange, isDisabled = false }: SwitchProps) {
  const id = useId()
  return (
    <div class="switch">
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
