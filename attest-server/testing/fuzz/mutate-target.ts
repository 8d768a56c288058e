import type { Dice } from './dice.js'
import { encoded, type FuzzRequest } from './fuzz-request.js'
import { oddStrings } from './odd-values.js'

const otherMethods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'M-SEARCH', 'PURGE', 'LINK'] as const

export function changeMethod(request: FuzzRequest, dice: Dice): void {
  request.method = dice.pick(otherMethods)
  request.changes.push(`method ${request.method}`)
  request.isOwn &&= request.method === request.described.method
}

/** A parameter of the path is another. Dots alone are no name: an address has none left of them. */
export function changeParameter(request: FuzzRequest, dice: Dice): void {
  const at = request.described.path.split('/').findIndex((segment) => segment.startsWith('{'))
  const odd = dice.pick(oddStrings)
  if (at < 0) {
    changePath(request, dice)
    return
  }
  request.changes.push(`parameter ${odd.slice(0, 60)}`)
  request.path = request.path
    .split('/')
    .map((segment, index) => (index === at ? encoded(odd) : segment))
    .join('/')
  if (odd === '' || /^\.+$/.test(odd)) request.isOwn = false
}

const pathChanges: readonly ((path: string, dice: Dice) => string)[] = [
  (path) => `${path}/`,
  (path) => `/${path}`,
  (path) => path.replaceAll('/', '//'),
  // ASCII alone: what is larger than a byte is no address that could be sent.
  (path) => path.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  (path) => path.replace(/.$/, ''),
  (path) => `${path}%`,
  (path) => `${path}%00`,
  (path) => `${path}%E0%A4%A`,
  (path) => `${path}/%2e%2e/%2e%2e/etc/passwd`,
  (path) => path.replaceAll('/', '%2F'),
  (path) => path.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => `${path}/\u00ff\u00fe`,
  (path) => `${path};a=b`,
  (path) => `${path}${'/a'.repeat(3_000)}`,
  (path) => `http://other.example${path}`,
  (path) => `http://[${path}`,
  () => '*',
  () => '//',
  () => '/\\\\',
  (path) => path.slice(1),
  (path) => `${path}#a`,
]

export function changePath(request: FuzzRequest, dice: Dice): void {
  request.path = dice.pick(pathChanges)(request.path, dice)
  request.changes.push(`path ${request.path.slice(0, 80)}`)
  request.isOwn = false
}

type QueryChange = (query: FuzzRequest['query'], dice: Dice) => FuzzRequest['query']

const queryChanges: readonly QueryChange[] = [
  (query) => [...query, ...query],
  (query) => query.map(([name, value]) => [`${name}[]`, value] as const),
  (query, dice) => query.map(([name]) => [name, encoded(dice.pick(oddStrings))] as const),
  () => [],
  (query) => [...query, ['__proto__', '1'], ['__proto__[a]', '1'], ['constructor', '1']],
  (query) => [...query, ['a', '%'], ['%', '%ff'], ['%00', '%E0%A4%A']],
  (query) => [...query, ...Array.from({ length: 1_000 }, (_, index) => [`p${index}`, ''] as const)],
  (query) => [...query, ['', ''], ['', '='], ['&', '?']],
  (query) => [...query, ['a', 'x'.repeat(8_000)]],
  (query, dice) => query.filter(() => dice.chance(0.5)),
]

export function changeQuery(request: FuzzRequest, dice: Dice): void {
  request.changes.push('query')
  request.query = dice.pick(queryChanges)(request.query, dice)
}
