import { serializeDictionary } from '../fields/serialize-field.js'
import type { BareItem, InnerList, Item, Parameters } from '../fields/structured-field.js'
import type { HttpMessage } from '../message/http-message.js'
import { signatureBase } from '../message/signature-base.js'
import type { AgentSigner } from './agent-signer.js'

const none: Parameters = new Map()
const string = (value: string): BareItem => ({ kind: 'string', value })
const integer = (value: number): BareItem => ({ kind: 'integer', value })

/** A component to cover: its name, and parameters such as `key`; `true` for flags. */
export const component = (name: string, parameters: Readonly<Record<string, string | true>> = {}): Item => ({
  item: string(name),
  parameters: new Map(
    Object.entries(parameters).map(([key, value]) => [key, value === true ? { kind: 'boolean' as const, value: true } : string(value)]),
  ),
})

export interface SignatureTerms {
  readonly label: string
  readonly components: readonly Item[]
  /** Whole seconds since 1970. */
  readonly created: number
  readonly expires: number
  readonly nonce: string | undefined
  readonly tag: string
}

export interface SignatureHeaders {
  readonly 'signature-input': string
  readonly signature: string
}

/**
 * Signs components of a message (RFC 9421 §3.1).
 * @throws TypeError where a component has no value in the message: an argument of the caller's own.
 */
export async function signMessage(message: HttpMessage, signer: AgentSigner, terms: SignatureTerms): Promise<SignatureHeaders> {
  const { label, components, created, expires, nonce, tag } = terms
  const parameters = new Map([
    ['created', integer(created)],
    ['expires', integer(expires)],
    ['keyid', string(signer.keyid)],
    ...(nonce === undefined ? [] : [['nonce', string(nonce)] as const]),
    ['tag', string(tag)],
  ])
  const covered: InnerList = { items: components, parameters }
  const base = signatureBase(covered, message)
  if (!base.ok) throw new TypeError(`The message cannot be signed: ${base.error.reason} ${base.error.component}`)
  const signature = await signer.sign(new TextEncoder().encode(base.value))
  const bytes: Item = { item: { kind: 'bytes', value: signature }, parameters: none }
  return { 'signature-input': serializeDictionary(new Map([[label, covered]])), signature: serializeDictionary(new Map([[label, bytes]])) }
}
