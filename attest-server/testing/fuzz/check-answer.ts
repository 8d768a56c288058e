import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { ApiDocument, ApiOperation, Described, Schema } from './api-document.js'
import type { FuzzRequest } from './fuzz-request.js'
import { jsonOf } from './json-of.js'
import { keysIn } from './keys-in.js'
import type { Answer } from './send.js'

export interface AnswerChecker {
  /** @returns what is the matter with an answer, in words; none where nothing is. @param secrets what was issued before the request */
  problemsOf(request: FuzzRequest, answer: Answer, secrets: ReadonlySet<string>): readonly string[]
}

/** The most that Node reads of a request's first lines; it refuses more by itself, without a word. */
const MOST_HEAD = 16_384
const STACK =
  /\n\s+at \S+.*[:(]\d+:\d+|node_modules|node:internal|file:\/\/\/|SqliteError|SQLITE_|\/attest-server\/|\bTypeError\b|\bRangeError\b/
const LIMIT_HEADERS = ['retry-after', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'ratelimit-policy']
const OWN_LIMIT_HEADERS = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']

const plainType = ({ headers }: Answer): string => (headers['content-type'] ?? '').split(';')[0]!.trim()

const sizeOfHead = ({ path, query, headers }: FuzzRequest): number =>
  path.length + query.flat().join('==').length + headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 100)

/** What is answered before the server is asked: by Node to a head that is too long, and to what is no address. */
function isBefore(request: FuzzRequest, { status, body }: Answer): boolean {
  if (body !== '') return false
  return status === 431 ? sizeOfHead(request) > MOST_HEAD * 0.9 : status === 400 && !/^\/[\x21-\x7e]*$/.test(request.path)
}

/** Who refuses a long head or body unread closes the connection, and whoever still writes learns only that. */
const isUnread = (request: FuzzRequest, { fault }: Answer): boolean =>
  (fault === 'ECONNRESET' || fault === 'EPIPE') && sizeOfHead(request) + (request.body?.length ?? 0) > MOST_HEAD * 0.9

function createValidators(document: ApiDocument): (schema: Schema) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'https://api.example/', components: document.components })
  const compiled = new Map<string, ValidateFunction>()
  return (schema) => {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"https://api.example/#/components/')
    const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object)
    compiled.set(text, validate)
    return validate
  }
}

function leaksOf({ body, headers }: Answer, secrets: ReadonlySet<string>): string[] {
  const all = `${body}\n${Object.values(headers).join('\n')}`
  return [...(STACK.test(body) ? ['tells of the program'] : []), ...(keysIn(all, secrets).length > 0 ? ['tells a key'] : [])]
}

function limitsOf({ headers }: Answer): string[] {
  const missing = [...LIMIT_HEADERS, ...OWN_LIMIT_HEADERS].filter((name) => !/^\d/.test(headers[name] ?? ''))
  return missing.length > 0 ? [`429 without ${missing.join(', ')}`] : []
}

export function createAnswerChecker(document: ApiDocument): AnswerChecker {
  const validatorOf = createValidators(document)

  /** Whether a body is what the document says of its status. */
  function shapeOf({ responses }: ApiOperation, answer: Answer, isHead: boolean): string[] {
    const { status, body } = answer
    const response = responses[status]
    if (!response) return [`${status} is not documented`]
    if (isHead) return body === '' ? [] : ['HEAD has a body']
    if (!response.content) return body === '' ? [] : [`${status} has a body that is not documented`]
    const media = response.content[plainType(answer)]
    if (!media) return [`${status} is of type ${plainType(answer) || 'none'}, which is not documented`]
    if (!/json$/.test(plainType(answer)) || !media.schema) return []
    const validate = validatorOf(media.schema)
    return validate(jsonOf(body)) ? [] : [`${status} is not what is documented: ${JSON.stringify(validate.errors?.slice(0, 3))}`]
  }

  /** The fault of any surface: an address that is nobody's is answered in the words of one. */
  const faults = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map(({ responses }) => responses['500']?.content ?? {}),
  )
  const isAnyFault = (answer: Answer): boolean =>
    faults.some((content) => {
      const schema = content[plainType(answer)]?.schema
      return schema !== undefined && validatorOf(schema)(jsonOf(answer.body))
    })

  /** An answer of something else than the operation: another method of its address, or another address. */
  function shapeElsewhere(request: FuzzRequest, answer: Answer): string[] {
    const { described, method } = request
    const others = document.paths[described.path] ?? {}
    const isAddressed = !request.changes.some((change) => change.startsWith('path') || change.startsWith('parameter'))
    const other = isAddressed ? others[(method === 'HEAD' ? 'get' : method).toLowerCase()] : undefined
    if (other) return shapeOf(other, answer, method === 'HEAD')
    if (answer.status < 400) return []
    if (answer.status === 405 && !answer.headers.allow) return ['405 without Allow']
    if (isAddressed && answer.status !== 405) return [`${answer.status} for a method that there is not`]
    if (shapeOf(described.operation, answer, false).length === 0) return []
    return method === 'HEAD' || isAnyFault(answer) ? [] : [`${answer.status} is no fault of any surface`]
  }

  function shapeProblems(request: FuzzRequest, answer: Answer): string[] {
    const { operation } = request.described
    return request.isOwn ? shapeOf(operation, answer, false) : shapeElsewhere(request, answer)
  }

  return {
    problemsOf(request, answer, secrets) {
      if (answer.status === 0) return isUnread(request, answer) ? [] : [`no answer: ${answer.fault}`]
      if (isBefore(request, answer)) return []
      return [
        ...(answer.fault ? [answer.fault] : []),
        ...(answer.status >= 500 && !isDeclined(request.described, answer) ? [`${answer.status}`] : []),
        ...(answer.headers['x-request-id'] ? [] : ['no X-Request-ID']),
        ...(answer.status === 429 ? limitsOf(answer) : []),
        ...leaksOf(answer, secrets),
        ...shapeProblems(request, answer),
      ]
    },
  }
}

/** 501 is what an operation says that there is not, where the document has no other answer to a good request. */
export const isDeclined = ({ operation }: Described, { status }: Pick<Answer, 'status'>): boolean =>
  status === 501 && operation.responses['501'] !== undefined
