import { encodeBase64 } from './base64.js'
import { type BareItem, type Dictionary, type InnerList, type Item, isInnerList, type Member, type Parameters } from './structured-field.js'

/** RFC 9651 §4.1.5. Three digits behind the point at most are there already: the parser takes no more. */
const decimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value))

function display(value: string): string {
  let text = ''
  for (const byte of new TextEncoder().encode(value)) {
    const plain = byte >= 0x20 && byte <= 0x7e && byte !== 0x25 && byte !== 0x22
    text += plain ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`
  }
  return `%"${text}"`
}

function serializeBareItem(bare: BareItem): string {
  switch (bare.kind) {
    case 'integer':
      return String(bare.value)
    case 'decimal':
      return decimal(bare.value)
    case 'string':
      return `"${bare.value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
    case 'token':
      return bare.value
    case 'bytes':
      return `:${encodeBase64(bare.value)}:`
    case 'boolean':
      return bare.value ? '?1' : '?0'
    case 'date':
      return `@${bare.value}`
    case 'display':
      return display(bare.value)
    default:
      return bare satisfies never
  }
}

const isTrue = (bare: BareItem): boolean => bare.kind === 'boolean' && bare.value

/** RFC 9651 §4.1.1.2: a parameter that is true is its name alone. */
function serializeParameters(parameters: Parameters): string {
  return [...parameters].map(([name, value]) => (isTrue(value) ? `;${name}` : `;${name}=${serializeBareItem(value)}`)).join('')
}

export const serializeItem = ({ item, parameters }: Item): string => serializeBareItem(item) + serializeParameters(parameters)

export const serializeInnerList = ({ items, parameters }: InnerList): string =>
  `(${items.map(serializeItem).join(' ')})${serializeParameters(parameters)}`

export const serializeMember = (member: Member): string => (isInnerList(member) ? serializeInnerList(member) : serializeItem(member))

/** RFC 9651 §4.1.2: a member that is true is its name and parameters. */
export function serializeDictionary(dictionary: Dictionary): string {
  const member = (name: string, value: Member): string =>
    !isInnerList(value) && isTrue(value.item) ? name + serializeParameters(value.parameters) : `${name}=${serializeMember(value)}`
  return [...dictionary].map(([name, value]) => member(name, value)).join(', ')
}
