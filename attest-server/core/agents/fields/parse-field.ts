import { err, ok, type Result } from '../../../../shared/result.js'
import { Cursor } from './cursor.js'
import { parseBareItem, parseKey } from './parse-bare-item.js'
import type { BareItem, Dictionary, InnerList, Item, Member } from './structured-field.js'

/** Members, items of an inner list, or parameters of one thing. Two signatures have about ten each. */
const MAX_MEMBERS = 64

export type FieldFault = 'field-malformed'

const yes: BareItem = { kind: 'boolean', value: true }

/**
 * Puts a name into a map. A name that comes twice is refused, where RFC 9651 lets the last one win: of two values under one name, the one
 * that was checked and the one that is used could be different ones.
 */
function putOnce<T>(map: Map<string, T>, name: string, value: T, cursor: Cursor): void {
  if (map.has(name) || map.size >= MAX_MEMBERS) cursor.fail()
  else map.set(name, value)
}

const takeSpaces = (cursor: Cursor): string => cursor.takeWhile((c) => c === ' ')
const takeBlanks = (cursor: Cursor): string => cursor.takeWhile((c) => c === ' ' || c === '\t')

function parseParameters(cursor: Cursor): ReadonlyMap<string, BareItem> {
  const parameters = new Map<string, BareItem>()
  while (cursor.take(';')) {
    takeSpaces(cursor)
    const key = parseKey(cursor)
    putOnce(parameters, key, cursor.take('=') ? parseBareItem(cursor) : yes, cursor)
  }
  return parameters
}

function parseItemAt(cursor: Cursor): Item {
  const item = parseBareItem(cursor)
  return { item, parameters: parseParameters(cursor) }
}

/** RFC 9651 §4.2.1.2 */
function parseInnerList(cursor: Cursor): InnerList {
  const items: Item[] = []
  cursor.expect('(')
  while (!cursor.atEnd) {
    takeSpaces(cursor)
    if (cursor.take(')')) break
    items.push(parseItemAt(cursor))
    const c = cursor.peek()
    if ((c !== ' ' && c !== ')') || items.length > MAX_MEMBERS) cursor.fail()
  }
  if (!cursor.failed && cursor.text[cursor.at - 1] !== ')') cursor.fail()
  return { items, parameters: parseParameters(cursor) }
}

const parseMember = (cursor: Cursor): Member => (cursor.peek() === '(' ? parseInnerList(cursor) : parseItemAt(cursor))

/** RFC 9651 §4.2.2. @returns no member for an empty field. */
export function parseDictionary(text: string): Result<Dictionary, FieldFault> {
  const cursor = new Cursor(text)
  const members = new Map<string, Member>()
  takeSpaces(cursor)
  while (!cursor.atEnd) {
    const key = parseKey(cursor)
    putOnce(members, key, cursor.take('=') ? parseMember(cursor) : { item: yes, parameters: parseParameters(cursor) }, cursor)
    takeBlanks(cursor)
    if (cursor.atEnd) break
    cursor.expect(',')
    takeBlanks(cursor)
    // A comma promises another member.
    if (cursor.atEnd) cursor.fail()
  }
  return cursor.failed ? err('field-malformed') : ok(members)
}

/** RFC 9651 §4.2.3 */
export function parseItem(text: string): Result<Item, FieldFault> {
  const cursor = new Cursor(text)
  takeSpaces(cursor)
  const item = parseItemAt(cursor)
  takeSpaces(cursor)
  if (!cursor.atEnd) cursor.fail()
  return cursor.failed ? err('field-malformed') : ok(item)
}
