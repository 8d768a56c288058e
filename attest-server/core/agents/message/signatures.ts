import { err, ok, type Result } from '../../../../shared/result.js'
import { type FieldFault, parseDictionary } from '../fields/parse-field.js'
import { type InnerList, isInnerList, parameterOf } from '../fields/structured-field.js'

/** One label of Signature-Input with its signature (RFC 9421 §4). */
export interface LabelledSignature {
  readonly label: string
  readonly covered: InnerList
  readonly signature: Uint8Array
}

/**
 * All signatures of a message, in the order of Signature-Input; none where the message has neither field.
 * A label with a signature and without input, or the other way round, is left out: an intermediary may have put it there.
 */
export function parseSignatures(headers: ReadonlyMap<string, string>): Result<readonly LabelledSignature[], FieldFault> {
  const inputs = parseDictionary(headers.get('signature-input') ?? '')
  if (!inputs.ok) return inputs
  const signatures = parseDictionary(headers.get('signature') ?? '')
  if (!signatures.ok) return signatures
  const all: LabelledSignature[] = []
  for (const [label, covered] of inputs.value) {
    const signature = signatures.value.get(label)
    if (!isInnerList(covered)) return err('field-malformed')
    if (signature === undefined) continue
    if (isInnerList(signature) || signature.item.kind !== 'bytes') return err('field-malformed')
    all.push({ label, covered, signature: signature.item.value })
  }
  return ok(all)
}

/** Signatures that say they are for this purpose (RFC 9421 §2.3, `tag`). */
export const tagged = (signatures: readonly LabelledSignature[], tag: string): readonly LabelledSignature[] =>
  signatures.filter(({ covered }) => parameterOf(covered.parameters, 'tag', 'string') === tag)

/**
 * Whether a component is covered as it is, without a parameter that would change its meaning.
 * @param name such as `@authority`.
 */
export const covers = (covered: InnerList, name: string): boolean =>
  covered.items.some(({ item, parameters }) => item.kind === 'string' && item.value === name && parameters.size === 0)
