import { err, ok, type Result } from '../../../../shared/result.js'
import { serializeInnerList, serializeItem } from '../fields/serialize-field.js'
import type { InnerList, Item } from '../fields/structured-field.js'
import { componentValue } from './component.js'
import type { ComponentFault } from './component-fault.js'
import type { HttpMessage } from './http-message.js'

/** What one signature may cover: agents cover two to eight. Each may cost the reading of a whole field. */
const MAX_COVERED = 16

export interface BaseFault {
  readonly reason: ComponentFault | 'too-many-components'
  /** As it stands in Signature-Input. */
  readonly component: string
}

/** The same component, whatever the order of its parameters (RFC 9421 §2). */
const identity = ({ item, parameters }: Item): string =>
  serializeItem({ item, parameters: new Map([...parameters].sort(([a], [b]) => (a < b ? -1 : 1))) })

/**
 * What is signed: a line for each covered component, and the parameters of the signature last (RFC 9421 §2.5).
 * @param covered the member of Signature-Input: components and parameters.
 * @returns ASCII, lines ended by `\n` but for the last.
 */
export function signatureBase(covered: InnerList, message: HttpMessage): Result<string, BaseFault> {
  if (covered.items.length > MAX_COVERED) return err({ reason: 'too-many-components', component: '' })
  const seen = new Set<string>()
  const lines: string[] = []
  for (const item of covered.items) {
    const component = serializeItem(item)
    const id = identity(item)
    if (seen.has(id)) return err({ reason: 'component-repeated', component })
    seen.add(id)
    const value = componentValue(item, message)
    if (!value.ok) return err({ reason: value.error, component })
    lines.push(`${component}: ${value.value}`)
  }
  return ok([...lines, `"@signature-params": ${serializeInnerList(covered)}`].join('\n'))
}
