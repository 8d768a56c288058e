import type { Dice } from './dice.js'
import { type FuzzRequest, headerOf, withHeader, withoutHeader } from './fuzz-request.js'
import { oddStrings } from './odd-values.js'
import { secretsOf, type Tenant, type World } from './tenant.js'

/** What a header can hold: Latin letters, no line ends. */
const fits = (text: string): string =>
  text
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')
    .trim()
    .slice(0, 4_000)

const contentTypes = [
  '',
  'text/plain',
  'text/html',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json; charset="',
  'APPLICATION/JSON',
  'application/json, text/plain',
  'application/vnd.api+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'x'.repeat(300)}`,
  'multipart/form-data; boundary=fuzz; boundary=other',
  ';',
  '/',
  'a/b; c',
] as const

export function changeType(request: FuzzRequest, dice: Dice): void {
  const type = dice.pick(contentTypes)
  request.changes.push(`content-type ${type}`)
  if (type === '') request.headers = withoutHeader(request, 'content-type')
  else withHeader(request, 'content-type', type)
}

const KEY_HEADERS = ['authorization', 'x-api-key', 'x-botect-site-key', 'x-botect-private-key'] as const

const wrongKeys: Readonly<Record<string, (key: string, dice: Dice, world: World) => string>> = {
  'of another account': (_, dice, { foreign }) => dice.pick(secretsOf(foreign)),
  'of another kind': (_, dice, { tenants }) => dice.pick(secretsOf(dice.pick(tenants))),
  'of another project': (_, dice, { tenants }) => dice.pick(tenants as readonly Tenant[]).privateKey,
  shorter: (key, dice) => key.slice(0, dice.below(key.length)),
  longer: (key) => `${key}a`,
  'in other letters': (key) => key.toUpperCase(),
  'with one letter changed': (key) => `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`,
  'a prefix alone': (_, dice) => dice.pick(['sk_', 'sk_live_', 'detlab_', 'afk_', 'yeb_', 'pk_', 'pk_live_']),
  odd: (_, dice) => dice.pick(oddStrings),
  long: () => 'sk_live_'.padEnd(3_000, 'f'),
}

/** A key that is not good here, in its place or in another one. */
export function changeKey(request: FuzzRequest, dice: Dice, world: World): void {
  const place = KEY_HEADERS.find((name) => headerOf(request, name) !== undefined) ?? dice.pick(KEY_HEADERS)
  const name = dice.pick(['none', 'twice', 'another scheme', 'nothing but the scheme', ...Object.keys(wrongKeys)])
  request.changes.push(`key ${name}`)
  const key = (headerOf(request, place) ?? '').replace(/^Bearer /, '')
  if (name === 'none') request.headers = withoutHeader(request, place)
  else if (name === 'twice') request.headers = [...request.headers, [place, `Bearer ${key}`], [dice.pick(KEY_HEADERS), key || 'x']]
  else if (name === 'another scheme')
    withHeader(request, 'authorization', dice.pick([`Basic ${key}`, `bearer  ${key}`, key, `Bearer\t${key}`]))
  else if (name === 'nothing but the scheme') withHeader(request, 'authorization', 'Bearer')
  else withHeader(request, place, fits(`${place === 'authorization' ? 'Bearer ' : ''}${wrongKeys[name]!(key, dice, world)}`))
}

const names = [
  'accept',
  'accept-encoding',
  'accept-language',
  'access-control-request-headers',
  'access-control-request-method',
  'cookie',
  'content-encoding',
  'content-language',
  'content-range',
  'date',
  'dnt',
  'forwarded',
  'idempotency-key',
  'if-modified-since',
  'if-none-match',
  'origin',
  'range',
  'referer',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-fetch-mode',
  'sec-fetch-site',
  'signature',
  'signature-agent',
  'signature-input',
  'te',
  'traceparent',
  'user-agent',
  'via',
  'x-ephemeral',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-http-method-override',
  'x-real-ip',
  'x-request-id',
  'x-ja4',
] as const

const values = [
  '*',
  '*/*;q=0',
  'text/html',
  'gzip, br;q=0.001',
  'gzip',
  'null',
  'https://shop.example',
  'http://localhost:3000',
  'https://shop.example:99999',
  'de-DE-u-co-phonebk, *;q=2',
  `${'de,'.repeat(500)}en`,
  '"Chromium";v="156", "Not:A-Brand";v="8"',
  '"a";v="1", '.repeat(80),
  'sig1=("@authority" "@method");created=1;keyid="x";tag="web-bot-auth"',
  'sig1=:AAAA:',
  'sig1=("@query-param";name="a" "@status");expires=99999999999999',
  '"https://agent.invalid"',
  'for="[::1]:1";by=_x, for=unknown',
  '1.2.3.4, 5.6.7.8, unknown, ::1',
  'a=b; a=c; =; ;;',
  'bytes=0-0,-1,5-2',
  'true',
  '1',
  'DELETE',
] as const

/** Headers that stand there twice, or say what nothing says. */
export function changeHeaders(request: FuzzRequest, dice: Dice): void {
  for (let left = 1 + dice.below(6); left > 0; left--) {
    const [name, value] = [dice.pick(names), fits(dice.chance(0.7) ? dice.pick(values) : dice.pick(oddStrings))]
    request.changes.push(`${name}: ${value.slice(0, 60)}`)
    if (dice.chance(0.3)) request.headers = [...request.headers, [name, value]]
    else withHeader(request, name, value)
  }
}

/** More of them than there is room for. */
export function floodHeaders(request: FuzzRequest, dice: Dice): void {
  const count = dice.pick([100, 400, 1_500])
  request.changes.push(`${count} headers`)
  request.headers = [...request.headers, ...Array.from({ length: count }, (_, index): [string, string] => [`x-${index}`, 'v'])]
}

export function changeLength(request: FuzzRequest): void {
  request.changes.push('chunked')
  request.isChunked = true
}
