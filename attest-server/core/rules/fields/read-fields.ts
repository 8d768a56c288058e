import type { Observation, Observations } from '../../../../shared/observation.js'
import type { DocumentedValues } from './documented-fields.js'
import type { FieldRegistry, FieldType, FieldValue, ReadField } from './field.js'

/** A value as its field's type wants it. Flags may come as 0 and 1, numbers as flags: cards weigh both alike. Anything else is unknown. */
function conform(type: FieldType, value: unknown): FieldValue {
  switch (type) {
    case 'number':
      if (typeof value === 'boolean') return value ? 1 : 0
      return typeof value === 'number' && Number.isFinite(value) ? value : null
    case 'boolean':
      if (value === 0 || value === 1) return value === 1
      return typeof value === 'boolean' ? value : null
    case 'string':
      return typeof value === 'string' ? value : null
    case 'id-list':
      return Array.isArray(value) ? value.filter((id): id is number => typeof id === 'number') : null
  }
}

/** An observation without a value is unknown, whatever the reason. */
const observedValue = (observation: Observation | undefined): unknown => (observation?.state === 'ok' ? observation.value : null)

/**
 * What rules read of one session. Values are looked up and brought to their type when a rule asks, so that a session costs nothing that no
 * rule reads.
 */
export function readFields(fields: FieldRegistry, documented: DocumentedValues, observations: Observations): ReadField {
  const known: ReadonlyMap<string, FieldValue> = new Map(Object.entries(documented))
  const observed: ReadonlyMap<string, Observation> = observations
  return (name) => {
    const field = fields.get(name)
    return field === undefined ? null : conform(field.type, known.has(name) ? known.get(name) : observedValue(observed.get(name)))
  }
}
