import { err, ok, type Result } from '../../../shared/result.js'
import { parseDictionary, parseItem } from './fields/parse-field.js'
import { type Dictionary, type Item, isInnerList, type Member, parameterOf } from './fields/structured-field.js'
import { trimBlanks } from './fields/trim-blanks.js'
import type { LabelledSignature } from './message/signatures.js'

export type SignatureAgentFault = 'agent-missing' | 'agent-malformed' | 'agent-ambiguous' | 'agent-not-covered'

const NAME = 'signature-agent'

const isNamed = ({ item, parameters }: Item): boolean => item.kind === 'string' && item.value === NAME && !parameters.has('req')

/** A member with parameters is none for us: "A verifier MUST ignore a member that carries parameters". */
function urlOf(member: Member | undefined): Result<string, SignatureAgentFault> {
  const isPlain = member && !isInnerList(member) && member.parameters.size === 0
  return isPlain && member.item.kind === 'string' ? ok(member.item.value) : err('agent-malformed')
}

/** The keys of the members that a signature covers; all, where it covers the field as a whole. */
function coveredKeys(components: readonly Item[], dictionary: Dictionary): readonly string[] {
  if (components.some(({ parameters }) => !parameters.has('key'))) return [...dictionary.keys()]
  return components.flatMap(({ parameters }) => parameterOf(parameters, 'key', 'string') ?? [])
}

function memberOf({ label, covered }: LabelledSignature, dictionary: Dictionary): Result<string, SignatureAgentFault> {
  const keys = coveredKeys(covered.items.filter(isNamed), dictionary)
  if (keys.length === 0) return err('agent-not-covered')
  // Its own label first. Of others, only one that stands alone: intermediaries may rename a label, never a covered member.
  const key = keys.includes(label) ? label : keys.length === 1 ? keys[0]! : undefined
  return key === undefined ? err('agent-ambiguous') : urlOf(dictionary.get(key))
}

/** The String of earlier drafts: the two forms differ in their first character. */
function legacy({ covered }: LabelledSignature, field: string): Result<string, SignatureAgentFault> {
  const item = parseItem(field)
  if (!item.ok) return err('agent-malformed')
  const isCovered = covered.items.some((component) => isNamed(component) && !component.parameters.has('key'))
  return isCovered ? urlOf(item.value) : err('agent-not-covered')
}

/** The URL that a signature claims its keys are at: one that the signature itself covers. */
export function agentOf(signature: LabelledSignature, headers: ReadonlyMap<string, string>): Result<string, SignatureAgentFault> {
  const field = trimBlanks(headers.get(NAME) ?? '')
  if (field === '') return err('agent-missing')
  if (field.startsWith('"')) return legacy(signature, field)
  const dictionary = parseDictionary(field)
  return dictionary.ok ? memberOf(signature, dictionary.value) : err('agent-malformed')
}
