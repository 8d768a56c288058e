import type { Context, Hono } from 'hono'
import { allowOrigin, preflight } from './cors.js'
import type { AppEnv } from './env.js'
import type { FaultResponse } from './fault-response.js'
import type { Operation } from './operation.js'
import { type Handle, type PerformDeps, performer } from './perform.js'
import { patienceOf } from './shedding/patience-of.js'
import { type Endpoint, type Method, methods, type Surface } from './surface.js'
import { wholeResponse } from './whole-response.js'

function otherwise(c: Context<AppEnv>, allowed: readonly string[], hasPreflight: boolean, faultResponse: FaultResponse): Response {
  if (c.req.method === 'OPTIONS' && hasPreflight) return preflight(c, allowed)
  c.set('reason', 'method-not-allowed')
  const response = faultResponse({ code: 'method-not-allowed' }, c.get('requestId'))
  response.headers.set('Allow', [...allowed, ...(hasPreflight ? ['OPTIONS'] : [])].join(', '))
  return response
}

const OVERLOADED = new Error('overloaded')

/** Answers nothing but that it is too busy: whoever waits in vain costs as much as whoever is served. What fails open says what it then says. */
function shed(c: Context<AppEnv>, operation: Operation | undefined, faultResponse: FaultResponse): Response {
  c.set('reason', 'overloaded')
  if (operation?.failOpen) return wholeResponse(c, operation.failOpen(c, OVERLOADED))
  return allowOrigin(c, faultResponse({ code: 'unavailable', retryAfter: 1 }, c.get('requestId')))
}

/** All methods of one address. */
function serveEndpoint(endpoint: Endpoint, { faultResponse }: Surface, deps: PerformDeps): Handle {
  const handles = new Map<string, Handle>()
  for (const method of methods) {
    const operation = endpoint[method]
    if (operation) handles.set(method, performer(operation, endpoint, faultResponse, deps))
  }
  // HEAD is GET without its body, which Hono leaves out.
  const head = handles.get('GET')
  if (head) handles.set('HEAD', head)
  const allowed = allowedOf(endpoint)
  const patience = new Map([...handles.keys()].map((method) => [method, patienceOf(endpoint.path, method)]))
  return (c) => {
    c.set('route', endpoint.path)
    c.set('faultResponse', faultResponse)
    if ((c.env?.wait?.work ?? 0) > (patience.get(c.req.method) ?? Infinity)) return shed(c, endpoint[c.req.method as Method], faultResponse)
    return handles.get(c.req.method)?.(c) ?? otherwise(c, allowed, endpoint.preflight === true, faultResponse)
  }
}

/** `Allow` of an endpoint, in the order of `methods`. */
const allowedOf = (endpoint: Endpoint): string[] =>
  methods.flatMap((method: Method) => (endpoint[method] ? (method === 'GET' ? ['GET', 'HEAD'] : [method]) : []))

/** What stands behind the last slash. */
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

/**
 * Names that stand where an address of the same folder has a parameter: `preview` beside `/rules/:rule`. Hono's fast router takes no such pair, so that
 * the address with the parameter hands them over.
 * @returns by folder
 */
function namesBesideParameters(endpoints: ReadonlyMap<string, Handle>): ReadonlyMap<string, ReadonlyMap<string, Handle>> {
  const paths = [...endpoints.keys()]
  const folders = paths.filter((path) => lastOf(path).startsWith(':')).map(folderOf)
  const named = (folder: string) => [...endpoints].filter(([path]) => folderOf(path) === folder && !lastOf(path).startsWith(':'))
  return new Map(folders.map((folder) => [folder, new Map(named(folder).map(([path, serve]) => [lastOf(path), serve]))]))
}

/** Registers all endpoints; every method that one does not know gets 405 with `Allow`, in the words of its surface. */
export function mount(app: Hono<AppEnv>, surfaces: readonly Surface[], deps: PerformDeps): void {
  const endpoints = new Map(
    surfaces.flatMap((surface) => surface.endpoints.map((each): [string, Handle] => [each.path, serveEndpoint(each, surface, deps)])),
  )
  const named = namesBesideParameters(endpoints)
  for (const [path, serve] of endpoints) {
    const names = named.get(folderOf(path))
    if (!names) app.all(path, serve)
    else if (lastOf(path).startsWith(':')) app.all(path, (c) => (names.get(lastOf(c.req.path)) ?? serve)(c))
  }
}

/** Whose words an address is answered in that no endpoint has: those of the longest prefix, and else of the first surface. */
export function faultsByPrefix(surfaces: readonly [Surface, ...Surface[]]): (path: string) => FaultResponse {
  const prefixes = surfaces.flatMap(({ prefixes, faultResponse }) => prefixes.map((prefix) => ({ prefix, faultResponse })))
  prefixes.sort((a, b) => b.prefix.length - a.prefix.length)
  return (path) =>
    prefixes.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))?.faultResponse ?? surfaces[0].faultResponse
}
