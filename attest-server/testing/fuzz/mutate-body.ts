import type { Dice } from './dice.js'
import { type FuzzRequest, headerOf, withHeader } from './fuzz-request.js'
import { jsonOf } from './json-of.js'
import { oddNames, oddText } from './odd-values.js'

const MARK = 'fuzz-mark-of-a-value'
const MOST_PATHS = 400
/** Letters that one change may make of a value. Two of them after one another made more than a string can hold. */
const MOST_LETTERS = 4_000_000

/** Where the values of a body stand: the body itself is one of them. */
function pathsOf(value: unknown, path: readonly string[] = [], found: string[][] = []): string[][] {
  found.push([...path])
  if (found.length < MOST_PATHS && typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) pathsOf(inner, [...path, name], found)
  return found
}

/** The same with what `change` makes of the value at the path; undefined takes it away. */
function changedAt(value: unknown, [name, ...rest]: readonly string[], change: (inner: unknown) => unknown): unknown {
  if (name === undefined) return change(value)
  if (Array.isArray(value)) return value.map((inner: unknown, index) => (String(index) === name ? changedAt(inner, rest, change) : inner))
  const entries = Object.entries(value as object).map(([other, inner]) => [other, other === name ? changedAt(inner, rest, change) : inner])
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined)) as unknown
}

const valueIn = ({ body }: FuzzRequest): unknown => jsonOf(body?.toString() ?? '') ?? {}

/** Writes what was changed as JSON, whatever it was written as before. */
function writeJson(request: FuzzRequest, text: string): void {
  request.body = Buffer.from(text)
  if (!/json/.test(headerOf(request, 'content-type') ?? '')) withHeader(request, 'content-type', 'application/json')
}

type Change = (inner: unknown, dice: Dice) => unknown

/** So often, or as often as there is room for, and once at least. */
const often = (times: number, inner: unknown): number =>
  Math.max(1, Math.min(times, Math.floor(MOST_LETTERS / ((JSON.stringify(inner) ?? '').length + 1))))

/** What may become of one value in a body. */
const changes: readonly Change[] = [
  () => undefined,
  (inner) => [inner],
  (inner, dice) => Array.from({ length: often(dice.pick([2, 101, 501, 2_000]), inner) }, () => inner),
  (inner) => ({ ...(Object(inner) as object), extra: inner }),
  (inner) => (typeof inner === 'string' ? inner.repeat(often(100, inner)) : JSON.stringify(inner)),
  (inner, dice) => (typeof inner === 'string' ? inner.slice(0, dice.below(inner.length + 1)) : { a: inner }),
  (inner) => (typeof inner === 'number' ? -inner : inner === true ? 'true' : null),
]

/** One value is another one. */
export function changeValue(request: FuzzRequest, dice: Dice): void {
  const value = valueIn(request)
  const path = dice.pick(pathsOf(value))
  if (dice.chance(0.6)) {
    const odd = oddText(dice)
    const text = JSON.stringify(changedAt(value, path, () => MARK)) ?? 'null'
    request.changes.push(`value at ${path.join('.')} is ${odd.slice(0, 60)}`)
    writeJson(
      request,
      text.replace(`"${MARK}"`, () => odd),
    )
    return
  }
  const change = dice.pick(changes)
  request.changes.push(`value at ${path.join('.')} changed`)
  writeJson(request, JSON.stringify(changedAt(value, path, (inner) => change(inner, dice))) ?? 'null')
}

/** A name more, which objects have already, or which stands there twice. */
export function addName(request: FuzzRequest, dice: Dice): void {
  const text = JSON.stringify(valueIn(request))
  const names = Object.keys((valueIn(request) ?? {}) as object)
  const name = names.length > 0 && dice.chance(0.4) ? dice.pick(names) : dice.pick(oddNames)
  const odd = oddText(dice)
  request.changes.push(`name ${name} added`)
  if (text.startsWith('{')) writeJson(request, `{${JSON.stringify(name)}:${odd}${text === '{}' ? '' : ','}${text.slice(1)}`)
}

type TextChange = (body: Buffer, dice: Dice) => Buffer

/** What may become of the bytes. */
const textChanges: Readonly<Record<string, TextChange>> = {
  truncated: (body, dice) => body.subarray(0, dice.below(body.length + 1)),
  empty: () => Buffer.alloc(0),
  blank: () => Buffer.from(' \n\t '),
  'followed by more': (body) => Buffer.concat([body, Buffer.from('}{"a":1}')]),
  'with a mark of order': (body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]),
  'no UTF-8': (body) =>
    Buffer.concat([body.subarray(0, body.length >> 1), Buffer.from([0xc3, 0x28, 0xff, 0x00]), body.subarray(body.length >> 1)]),
  'a byte changed': (body, dice) => {
    const changed = Buffer.from(body)
    if (changed.length > 0) changed[dice.below(changed.length)] = dice.below(256)
    return changed
  },
  random: (_, dice) => Buffer.from(Array.from({ length: dice.below(200) }, () => dice.below(256))),
  'an odd value': (_, dice) => Buffer.from(oddText(dice)),
  'not JSON': () => Buffer.from('{"a":NaN,b:undefined,\'c\':Infinity,}'),
  UTF16: (body) => Buffer.from(body.toString(), 'utf16le'),
}

export function changeText(request: FuzzRequest, dice: Dice): void {
  const name = dice.pick(Object.keys(textChanges))
  request.changes.push(`body ${name}`)
  request.body = textChanges[name]!(request.body ?? Buffer.from('{}'), dice)
}

/** More than nearly all operations read, and rarely more than any does. */
export function oversize(request: FuzzRequest, dice: Dice): void {
  const size = dice.chance(0.03) ? 5_000_000 : dice.pick([17_000, 66_000, 300_000])
  request.changes.push(`body of ${size} bytes more`)
  const filler = dice.chance(0.5) ? ' '.repeat(size) : `{"a":"${'x'.repeat(size)}"}`
  request.body = Buffer.concat([Buffer.from(filler), request.body ?? Buffer.alloc(0)])
}
