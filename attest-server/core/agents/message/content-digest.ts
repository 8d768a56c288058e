import { err, ok, type Result } from '../../../../shared/result.js'
import { parseDictionary } from '../fields/parse-field.js'
import { serializeDictionary } from '../fields/serialize-field.js'
import { isInnerList } from '../fields/structured-field.js'

/** Of RFC 9530 §7.2, those that are not broken. */
const hashes: ReadonlyMap<string, 'SHA-256' | 'SHA-512'> = new Map([
  ['sha-256', 'SHA-256'],
  ['sha-512', 'SHA-512'],
])

const digest = async (hash: string, body: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest(hash, Uint8Array.from(body)))

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])

/**
 * Whether Content-Digest (RFC 9530) is of this body. Each known algorithm of the field must agree, and there must be one.
 * @param field the header's value.
 */
export async function checkContentDigest(field: string, body: Uint8Array): Promise<Result<undefined, 'digest-malformed' | 'digest-wrong'>> {
  const dictionary = parseDictionary(field)
  if (!dictionary.ok) return err('digest-malformed')
  let known = 0
  for (const [name, member] of dictionary.value) {
    const hash = hashes.get(name)
    if (hash === undefined) continue
    if (isInnerList(member) || member.item.kind !== 'bytes') return err('digest-malformed')
    if (!equal(member.item.value, await digest(hash, body))) return err('digest-wrong')
    known++
  }
  return known > 0 ? ok(undefined) : err('digest-malformed')
}

/** @returns the value of Content-Digest for a body, with SHA-256. */
export async function contentDigest(body: Uint8Array): Promise<string> {
  const item = { kind: 'bytes', value: await digest('SHA-256', body) } as const
  return serializeDictionary(new Map([['sha-256', { item, parameters: new Map() }]]))
}
