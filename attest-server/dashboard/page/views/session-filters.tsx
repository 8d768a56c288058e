import { useState } from 'preact/hooks'
import { factNames } from '../../../../shared/words/fact-names.js'
import { featureNames } from '../../../../shared/words/feature-names.js'
import { kindNames } from '../../../../shared/words/kind-names.js'
import { tellNames } from '../../../../shared/words/tell-names.js'
import { Choice, TextField } from '../parts/field.js'
import { actionWords } from '../words/names.js'
import { kindName, nameOf } from '../words/observation-words.js'

/** What of the visits is asked for; it stands in the address, so that it can be sent to somebody. */
export interface Filter extends Readonly<Record<string, string | undefined>> {
  readonly action?: string | undefined
  readonly kind?: string | undefined
  readonly page?: string | undefined
  readonly origin?: string | undefined
  readonly tell?: string | undefined
  readonly network?: string | undefined
  readonly country?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const names = ['action', 'kind', 'tell', 'page', 'origin', 'network', 'country', 'from', 'to'] as const

export const readFilter = (query: URLSearchParams): Filter =>
  Object.fromEntries(names.flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : [])))

const any = { value: '', words: 'Any' }
const actions = [any, ...Object.entries(actionWords).map(([value, words]) => ({ value, words }))]
const kinds = [
  any,
  { value: 'any', words: 'A bot of any kind' },
  ...Object.keys(kindNames).map((value) => ({ value, words: kindName(value) })),
]
const tells = [
  any,
  ...[tellNames, featureNames, factNames]
    .flatMap((names) => Object.keys(names))
    .map((value) => ({ value, words: nameOf(value) }))
    .sort((a, b) => a.words.localeCompare(b.words)),
]
const networks = [
  any,
  { value: 'datacenter', words: 'Data centre' },
  { value: 'anonymiser', words: 'VPN, proxy or Tor' },
  { value: 'residential', words: 'Home or mobile' },
  { value: 'unknown', words: 'Unknown' },
]

/** `2026-11-22T18:04` of a control, in this browser's zone, and ISO 8601. */
const toIso = (local: string): string | undefined => (local ? new Date(local).toISOString() : undefined)
const toLocal = (iso: string | undefined): string => {
  const at = iso ? new Date(iso) : undefined
  if (!at || Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** On a phone whoever came by a link would see the filters, and none of the sessions. */
const isWide = (): boolean => matchMedia('(width >= 48rem)').matches

export function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const set = (change: Filter) => onChange({ ...filter, ...change })
  const isSet = Object.keys(filter).length > 0
  return (
    <details class="filters" open={isSet && isWide()}>
      <summary>Filters{isSet ? ` (${Object.keys(filter).length})` : ''}</summary>
      <div class="filter-fields">
        <Choice label="Decision" value={filter.action ?? ''} options={actions} onValue={(action) => set({ action })} />
        <Choice label="Looks like" value={filter.kind ?? ''} options={kinds} onValue={(kind) => set({ kind })} />
        <Choice label="What spoke for a bot" value={filter.tell ?? ''} options={tells} onValue={(tell) => set({ tell })} />
        <Choice label="Network" value={filter.network ?? ''} options={networks} onValue={(network) => set({ network })} />
        <Typed label="Page action" value={filter.page ?? ''} onDone={(page) => set({ page })} />
        <Typed label="Origin" value={filter.origin ?? ''} onDone={(origin) => set({ origin })} />
        <Typed label="Country" value={filter.country ?? ''} onDone={(country) => set({ country: country.toUpperCase() })} />
        <Moment label="From" value={filter.from} onDone={(from) => set({ from })} />
        <Moment label="To" value={filter.to} onDone={(to) => set({ to })} />
      </div>
      {isSet && (
        <button type="button" class="quiet small" onClick={() => onChange({})}>
          Clear all
        </button>
      )}
    </details>
  )
}

/** Asks when it is left or sent, not with every letter. */
function Typed({ label, value, onDone }: { label: string; value: string; onDone: (value: string) => void }) {
  const [text, setText] = useState(value)
  const done = () => {
    if (text.trim() !== value) onDone(text.trim())
  }
  return (
    <TextField
      label={label}
      value={text}
      onValue={setText}
      input={{ onBlur: done, onKeyDown: (event) => event.key === 'Enter' && done(), autocomplete: 'off', spellcheck: false }}
    />
  )
}

function Moment({ label, value, onDone }: { label: string; value: string | undefined; onDone: (value: string | undefined) => void }) {
  return (
    <TextField
      label={label}
      value={toLocal(value)}
      onValue={() => undefined}
      input={{ type: 'datetime-local', onChange: (event) => onDone(toIso(event.currentTarget.value)) }}
    />
  )
}
